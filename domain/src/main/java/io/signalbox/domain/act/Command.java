package io.signalbox.domain.act;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.BugNote.Ruling;
import io.signalbox.domain.track.Question.Choice;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.SupersedeChoice;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.version.Version;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that a person or a service wants done. Reasons are free text of at most 500 characters, and may be empty where noted. */
public sealed interface Command {

    /** A command to a track. */
    sealed interface OfTrack extends Command {}

    /** A command to a release. */
    sealed interface OfRelease extends Command {}

    /** A command to a train, or to the app's switches. */
    sealed interface OfTrain extends Command {}

    /** Why; empty where a command has no reason. */
    default String reason() {
        return "";
    }

    // Track

    /** Offer the version to nobody new, everywhere. The reason may be empty: stopping is never gated. */
    record Pause(String reason) implements OfTrack {}

    /** Lift every hold that stops, and offer the version again as it was. */
    record Resume(String reason) implements OfTrack {}

    record Cancel(String reason) implements OfTrack {}

    /** The reason may be empty. */
    record TurnRobotOff(String reason) implements OfTrack {}

    record TurnRobotOn(String reason) implements OfTrack {}

    record Ask(String reason) implements OfTrack {}

    record Answer(String question, Choice choice, String reason) implements OfTrack {}

    /** A team's word on the current candidate. */
    record SignOff(TeamKey team, Result result, String what, Optional<URI> link) implements OfTrack {
        public enum Result {
            RUNNING,
            PASSED,
            FAILED,
            WITHDRAWN
        }
    }

    record OptOut(TeamKey team, Instant until, String reason) implements OfTrack {}

    record WaiveTeam(TeamKey team, String reason) implements OfTrack {}

    record AcceptCriterion(CriterionKey criterion, String reason) implements OfTrack {}

    record RuleOnBug(String bug, Ruling ruling, String reason) implements OfTrack {}

    /** A yes to what the Robot proposes, or the word for a manual move. */
    record Confirm(String fingerprint) implements OfTrack, OfRelease {}

    /** Take a store's state as the truth. */
    record Adopt(DestinationKey destination, String reason) implements OfTrack {}

    /** Try a refused call again now. */
    record TryAgain(DestinationKey destination) implements OfTrack {}

    record WritePackage(List<SubmissionPackage.Note> notes, List<SubmissionPackage.Answer> answers) implements OfTrack {
        public WritePackage {
            notes = List.copyOf(notes);
            answers = List.copyOf(answers);
        }
    }

    record ChooseOther(Version other, SupersedeChoice.Choice choice, String reason) implements OfTrack {}

    /** Another system's word on a candidate. */
    record ReportCheck(String which, CommitId commit, Check check) implements OfTrack {}

    // Release

    record ApproveCommit(CommitId commit, String bug, String reason) implements OfRelease {}

    record CutAnyway(String reason) implements OfRelease {}

    record TryRepositoryAgain(RepositoryKey repository) implements OfRelease {}

    // Train

    record Skip(LocalDate date, String reason) implements OfTrain {}

    record Postpone(LocalDate date, Instant to, String reason) implements OfTrain {}

    record Arm(Move move, Mode mode, String reason) implements OfTrain {}

    /** The reason may be empty. */
    record SwitchOff(String reason) implements OfTrain {}

    record SwitchOn(String reason) implements OfTrain {}

    /** {@code pause}, {@code sign-off}: the name in API, CLI and journal. */
    default String name() {
        return nameOf(getClass());
    }

    static String nameOf(Class<? extends Command> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Whether it only stops: such a command is carried out whatever changed in the meantime. */
    default boolean isStop() {
        return this instanceof Pause
                || this instanceof Cancel
                || this instanceof TurnRobotOff
                || this instanceof SwitchOff;
    }
}
