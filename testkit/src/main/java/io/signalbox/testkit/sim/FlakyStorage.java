package io.signalbox.testkit.sim;

import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.CommitUnknown;
import io.signalbox.engine.storage.Storage;
import io.signalbox.testkit.storage.ForwardingStorage;

/**
 * A storage that sometimes cannot say whether a commit was kept (half of those were), and that others sometimes use between a read and
 * the commit that follows from it.
 */
final class FlakyStorage extends ForwardingStorage {
    private final SimFaults faults;
    private final Runnable meanwhile;

    /**
     * @param meanwhile lets somebody else do something
     */
    FlakyStorage(Storage real, SimFaults faults, Runnable meanwhile) {
        super(real);
        this.faults = faults;
        this.meanwhile = meanwhile;
    }

    @Override
    public Commit commit(Change change) {
        if (faults.once(10)) {
            meanwhile.run();
        }
        if (!faults.once(40)) {
            return super.commit(change);
        }
        if (faults.chance().nextBoolean()) {
            super.commit(change);
        }
        throw new CommitUnknown("connection lost during commit");
    }
}
