package io.signalbox.engine.watch;

import io.signalbox.domain.signal.Failure;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.Attention.Pace;
import io.signalbox.engine.storage.WatchClaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A source that is about to be asked.
 *
 * @param topics those whose turn it is
 * @param all whatever the source can be asked
 * @param fetchedAt when it is asked: no reading may claim to be of a later time than this by our clock
 * @param pace how often those who follow it want it asked; empty if nobody does
 * @param failure why it cannot be asked, if so
 */
public record Asking(
        WatchClaim claim,
        Source source,
        List<Topic> topics,
        Set<Topic> all,
        Interest interest,
        Optional<Pace> pace,
        Instant fetchedAt,
        Optional<Failure> failure) {
    public Asking {
        topics = List.copyOf(topics);
        all = Set.copyOf(all);
    }
}
