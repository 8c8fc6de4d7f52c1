package io.signalbox.testkit.access;

import io.signalbox.engine.access.Access;
import io.signalbox.engine.memory.MemoryAccess;

class MemoryAccessTest implements AccessContract {
    private final Access access = new MemoryAccess();

    @Override
    public Access access() {
        return access;
    }
}
