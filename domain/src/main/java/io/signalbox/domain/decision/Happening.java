package io.signalbox.domain.decision;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.release.LateChange;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.train.Cycle;
import java.util.List;

/** Something that a decision brought about or noticed; each goes into the journal once. */
public sealed interface Happening {

    record StageEntered(Stage stage, String by) implements Happening {}

    record CandidateNamed(Candidate candidate) implements Happening {}

    /**
     * @param guard every criterion with its verdict and evidence; empty for a stop, which needs none
     */
    record ActionPlanned(Action action, Move move, List<Finding> guard) implements Happening {}

    record StopPlanned(Action action, String why) implements Happening {}

    record ActionDoubted(int action, Effect effect, String why) implements Happening {}

    record ActionEnded(int action, Effect effect, ActionState state) implements Happening {}

    /** The store did something by itself: approved, refused, went live, advanced. */
    record StoreDid(DestinationKey destination, DestinationState now) implements Happening {}

    record Drifted(DestinationKey destination, DestinationState mine, StoreReading.State found) implements Happening {}

    record Guarded(DestinationKey destination, List<Finding> notMet) implements Happening {}

    record Asked(Question question) implements Happening {}

    /** The Robot would act, and only observes. */
    record WouldAct(Move move, Effect effect, String fingerprint) implements Happening {}

    /** The Robot would act, and waits for a person's yes. */
    record Proposed(Move move, Effect effect, String fingerprint, List<Finding> guard) implements Happening {}

    record WatchEnded() implements Happening {}

    record Bumped(RepositoryKey repository) implements Happening {}

    record BranchSeen(RepositoryKey repository, RepositoryProgress.Cut cut) implements Happening {}

    record Tagged(RepositoryKey repository) implements Happening {}

    record LargeChangeLate(LateChange change) implements Happening {}

    record CycleOpened(Cycle cycle) implements Happening {}
}
