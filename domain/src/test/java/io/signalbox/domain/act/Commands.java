package io.signalbox.domain.act;

import io.signalbox.domain.Given;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command.SignOff.Result;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.track.BugNote.Ruling;
import io.signalbox.domain.track.Question.Choice;
import io.signalbox.domain.track.SupersedeChoice;
import io.signalbox.domain.verdict.CriterionKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One command of each kind, without a reason. */
final class Commands {
    private static final TeamKey TEAM = new TeamKey("playback");
    private static final LocalDate FRIDAY = LocalDate.of(2024, 10, 4);
    private static final List<Command> ALL = List.of(
            new Command.Pause(""),
            new Command.Resume(""),
            new Command.Cancel(""),
            new Command.TurnRobotOff(""),
            new Command.TurnRobotOn(""),
            new Command.Ask(""),
            new Command.Answer("q", Choice.ACCEPT, ""),
            new Command.SignOff(TEAM, Result.PASSED, "", Optional.empty()),
            new Command.OptOut(TEAM, Given.NOW, ""),
            new Command.WaiveTeam(TEAM, ""),
            new Command.AcceptCriterion(new CriterionKey("tests-green"), ""),
            new Command.RuleOnBug("AND-1", Ruling.NO_CODE_NEEDED, ""),
            new Command.Confirm("f"),
            new Command.Adopt(Given.STORE, ""),
            new Command.TryAgain(Given.STORE),
            new Command.WritePackage(List.of(), List.of()),
            new Command.ChooseOther(Given.VERSION, SupersedeChoice.Choice.FINISH, ""),
            new Command.ReportCheck("legal", Given.COMMIT, Scene.check(CheckState.PASSED)),
            new Command.ApproveCommit(Given.COMMIT, "AND-1", ""),
            new Command.CutAnyway(""),
            new Command.TryRepositoryAgain(Given.REPOSITORY),
            new Command.Skip(FRIDAY, ""),
            new Command.Postpone(FRIDAY, Given.NOW, ""),
            new Command.Arm(Move.SUBMIT, Mode.AUTOMATIC, ""),
            new Command.SwitchOff(""),
            new Command.SwitchOn(""));

    private Commands() {}

    /** Fails for a kind that is new and has no example here. */
    static Command any(Class<? extends Command> kind) {
        return Stream.of(ALL)
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("give an example of " + kind.getSimpleName()));
    }
}
