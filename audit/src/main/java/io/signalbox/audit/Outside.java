package io.signalbox.audit;

import io.signalbox.domain.app.Share;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.util.Optional;

/** What the outside world logged: the truth about effects. Written by simulators, which share nothing with the engine. */
public sealed interface Outside {
    Instant at();

    /**
     * A call began to leave a process.
     *
     * @param action the number of the action that it belongs to
     */
    record CallBegan(Instant at, SubjectId subject, String place, int action, boolean forward) implements Outside {
        /** Of the action that it belongs to. */
        String key() {
            return subject + "#" + action;
        }
    }

    /**
     * A call changed something. A call that changed nothing is not logged here.
     *
     * @param build what the place holds of the version afterwards, if it is a store
     */
    record Applied(
            Instant at,
            SubjectId subject,
            String place,
            int action,
            boolean forward,
            Exposed after,
            Optional<BuildNumber> build)
            implements Outside {
        /** Of the action that brought it about. */
        String key() {
            return subject + "#" + action;
        }
    }

    /** The place changed by itself, or a person changed it in its console. */
    record Moved(Instant at, SubjectId subject, String place, Exposed after, boolean byPerson) implements Outside {}

    /** From now on a source would tell this truth. */
    record Truth(Instant at, SubjectId subject, String signal, boolean good) implements Outside {}

    /**
     * To whom a version is offered.
     *
     * @param share empty if to nobody
     */
    record Exposed(Optional<Share> share, boolean stopped) {
        public static final Exposed NOBODY = new Exposed(Optional.empty(), false);

        /** The share of people to whom it is newly offered: none while it is stopped. */
        public int reach() {
            return stopped ? 0 : share.map(Share::basisPoints).orElse(0);
        }
    }
}
