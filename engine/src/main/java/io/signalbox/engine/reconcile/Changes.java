package io.signalbox.engine.reconcile;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.SubjectState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a look into the change that keeps it. */
public final class Changes {
    private static final String ROBOT = "Robot";

    private Changes() {}

    /**
     * @param epoch the lease under which was looked; empty for what needs none
     * @param more facts that came before what the look itself noticed
     */
    public static Change of(Look look, Optional<Long> epoch, List<Action> actions, List<Fact> more, Instant now) {
        SubjectId subject = look.before().row().id();
        List<Entry> journal = new ArrayList<>();
        more.forEach(fact -> journal.add(new Entry(now, subject, ROBOT, fact)));
        look.happenings().forEach(h -> journal.add(new Entry(now, subject, ROBOT, new Fact.Happened(h))));
        boolean waitsToBeSent = !look.planned().isEmpty();
        Optional<SubjectState> next = look.next().equals(look.state()) ? Optional.empty() : Optional.of(look.next());
        return new Change(
                subject,
                look.before().row().revision(),
                look.before().row().wakes(),
                epoch,
                unchanged(look.before()),
                next,
                actions,
                look.opened(),
                List.of(),
                journal,
                Optional.empty(),
                Optional.of(look.attention()),
                waitsToBeSent ? now : look.lookAgainAt().orElse(Instant.MAX),
                !look.happenings().isEmpty(),
                now);
    }

    /** Whatever is decided relies on the app's switches as they were read. */
    public static List<Change.Expected> unchanged(Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.OfTrack of -> List.of(switches(of.train()));
            case Snapshot.OfRelease of -> List.of(switches(of.train()));
            case Snapshot.OfTrain _ -> List.of();
        };
    }

    private static Change.Expected switches(Snapshot.TrainRow train) {
        return new Change.Expected(train.train().id(), train.revision());
    }
}
