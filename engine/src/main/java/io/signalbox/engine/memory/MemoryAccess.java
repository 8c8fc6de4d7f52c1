package io.signalbox.engine.memory;

import io.signalbox.engine.access.Access;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Grants that live as long as the process. */
public final class MemoryAccess implements Access {
    private final ConcurrentHashMap<String, Grant> grants = new ConcurrentHashMap<>();

    @Override
    public void keep(Grant grant) {
        grants.put(grant.hash(), grant);
    }

    @Override
    public Optional<Grant> find(String hash) {
        return Optional.ofNullable(grants.get(hash));
    }

    @Override
    public Optional<Grant> take(String hash) {
        return Optional.ofNullable(grants.remove(hash));
    }

    @Override
    public List<Grant> all() {
        return List.copyOf(grants.values());
    }
}
