package io.signalbox.domain.signal;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The newest that is known of a signal. */
public sealed interface Observation {

    /** When the source was last asked. */
    Instant fetchedAt();

    /**
     * The source answered.
     *
     * @param asOf the source's own time for which this is true
     * @param sameSince the {@code asOf} of the first of the unbroken run of readings that said just this
     */
    record Read(Reading reading, Instant asOf, Instant fetchedAt, Instant sameSince, Optional<URI> link)
            implements Observation {
        public static Read first(Reading reading, Instant asOf, Instant fetchedAt, Optional<URI> link) {
            return new Read(reading, asOf, fetchedAt, asOf, link);
        }
    }

    /**
     * The source did not answer.
     *
     * @param since when it began to fail
     * @param last what it said before, to be shown as not used
     */
    record Failed(Failure failure, Instant since, Instant fetchedAt, Optional<Read> last) implements Observation {}

    /** What is known after {@code this} was followed by a new answer; an answer older than the one already known changes nothing. */
    default Observation then(Read next) {
        Optional<Read> before = lastRead().filter(b -> believable(b, next));
        if (before.isPresent() && next.asOf().isBefore(before.get().asOf())) {
            return this;
        }
        boolean same = this instanceof Read read && read.reading().equals(next.reading());
        Instant sameSince = same && before.isPresent() ? before.get().sameSince() : next.asOf();
        return new Read(next.reading(), next.asOf(), next.fetchedAt(), sameSince, next.link());
    }

    /** A time that lay in the future when it was given, and still does, must not outlast true answers. */
    private static boolean believable(Read before, Read next) {
        return !before.asOf().isAfter(next.fetchedAt().plus(Signals.CLOCK_TOLERANCE));
    }

    /** What is known after {@code this} was followed by a failure. */
    default Observation then(Failure failure, Instant fetchedAt) {
        Instant since = this instanceof Failed failed ? failed.since() : fetchedAt;
        return new Failed(failure, since, fetchedAt, lastRead());
    }

    default Optional<Read> lastRead() {
        return switch (this) {
            case Read read -> Optional.of(read);
            case Failed failed -> failed.last();
        };
    }
}
