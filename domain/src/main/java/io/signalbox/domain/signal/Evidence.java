package io.signalbox.domain.signal;

import java.time.Instant;

/** A signal as a decision may use it: only {@link Fresh} is evidence, everything else is a kind of not knowing. */
public sealed interface Evidence<R extends Reading> {

    /** A reading within its bound. */
    record Fresh<R extends Reading>(R reading, String source, Instant asOf, Instant staleAt, Instant sameSince)
            implements Evidence<R> {}

    /** A reading older than its bound; its value decides nothing. */
    record Stale<R extends Reading>(String source, Instant asOf) implements Evidence<R> {}

    /** Nobody ever said anything. */
    record Missing<R extends Reading>() implements Evidence<R> {}

    /** The source fails, or says something that cannot be. */
    record Broken<R extends Reading>(String source, Failure failure, Instant since) implements Evidence<R> {}

    /** What was read is on record, but cannot be understood any more. */
    record Unreadable<R extends Reading>(String why) implements Evidence<R> {}
}
