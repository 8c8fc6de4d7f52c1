package io.signalbox.engine.watch;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.WatchClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose turn it is when a source is asked: one that is asked each minute for what is being released need not be asked each minute for
 * what comes next week. Remembers only in this process; who does not remember asks for everything.
 */
final class Rounds {
    private record Place(AppKey app, String source) {}

    private final Map<Place, Map<Topic, Instant>> answered = new ConcurrentHashMap<>();

    /** Whether it is a topic's turn now, rather than in the next round. */
    boolean isDue(WatchClaim claim, Topic topic, Duration wait, Duration round, Instant now) {
        Optional<Instant> last = Optional.ofNullable(answeredBy(claim).get(topic));
        boolean outOfTurn = claim.wanted() || claim.failures() > 0;
        return outOfTurn
                || last.isEmpty()
                || !now.plus(round.dividedBy(2)).isBefore(last.get().plus(wait));
    }

    /** @param all the topics that there are; any other is forgotten */
    void answered(WatchClaim claim, Set<Topic> all, List<Topic> topics, Instant at) {
        Map<Topic, Instant> times = new HashMap<>(answeredBy(claim));
        times.keySet().retainAll(all);
        topics.forEach(topic -> times.put(topic, at));
        answered.put(new Place(claim.app(), claim.source()), times);
    }

    /** The topics that there were when it was last asked. */
    Set<Topic> known(WatchClaim claim) {
        return Set.copyOf(answeredBy(claim).keySet());
    }

    private Map<Topic, Instant> answeredBy(WatchClaim claim) {
        return answered.getOrDefault(new Place(claim.app(), claim.source()), Map.of());
    }
}
