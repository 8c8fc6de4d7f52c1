package io.signalbox.connectors.git;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/** Keeps the facts of the commits that were used last, up to a weight. Thread-safe. */
final class CommitCache {
    private static final int USUAL_WEIGHT = 8;

    private final Map<ObjectId, CommitFacts> facts = new LinkedHashMap<>(1024, 0.75f, true);
    private final long heaviest;
    private long weight;

    /** @param commits about how many are kept, if they change a few paths each */
    CommitCache(int commits) {
        heaviest = (long) commits * USUAL_WEIGHT;
    }

    synchronized Optional<CommitFacts> find(AnyObjectId id) {
        return Optional.ofNullable(facts.get(id.toObjectId()));
    }

    synchronized void keep(AnyObjectId id, CommitFacts found) {
        if (facts.putIfAbsent(id.toObjectId(), found) == null) {
            weight += found.weight();
        }
        Iterator<CommitFacts> oldest = facts.values().iterator();
        while (weight > heaviest && oldest.hasNext()) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
    }

    synchronized int size() {
        return facts.size();
    }
}
