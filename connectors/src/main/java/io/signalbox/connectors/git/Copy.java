package io.signalbox.connectors.git;

import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** A repository as it is at hand here: a clone of somebody's, or our own copy of a remote one. Thread-safe. */
interface Copy extends AutoCloseable {

    /**
     * Brings the copy up to date.
     *
     * @param now when it is asked
     * @return for which time it is true, by the host's clock where it names one; never later than {@code now}
     */
    Instant refresh(Duration patience, Instant now) throws SourceFailure;

    Repository repository();

    Optional<Branch> branch(String name) throws IOException;

    /** The commit that a tag names. */
    Optional<ObjectId> tag(String name) throws IOException;

    /** Moves a ref to {@code target} if it is still where it is expected, and only forward. */
    Pushed push(Push push, Duration within);

    /** Why a push would be turned away whatever it moves; empty if it would not. */
    Optional<Failure> turnsPushesAway(Duration within);

    /** A page about it, if there is one. */
    Optional<URI> page();

    @Override
    void close();

    /**
     * A branch.
     *
     * @param own where the ref is that a push would move; empty if there is none yet
     * @param diverged whether {@code own} holds commits that {@code head} does not
     */
    record Branch(ObjectId head, Optional<ObjectId> own, boolean diverged) {
        static Branch at(ObjectId head) {
            return new Branch(head, Optional.of(head), false);
        }
    }

    /**
     * A ref to be moved.
     *
     * @param ref its full name
     * @param expected where it must be; empty if it must not be there
     */
    record Push(String ref, Optional<ObjectId> expected, ObjectId target, String why) {}

    /** What became of a push. */
    sealed interface Pushed {
        record Done() implements Pushed {}

        /** The ref was not where it was expected; nothing changed. */
        record Elsewhere() implements Pushed {}

        /** It was not taken; nothing changed. */
        record Declined(Remedy remedy, String text) implements Pushed {}

        /** It may or may not have happened. */
        record Unknown(String why) implements Pushed {}
    }
}
