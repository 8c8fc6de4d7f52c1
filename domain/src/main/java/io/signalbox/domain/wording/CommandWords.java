package io.signalbox.domain.wording;

import io.signalbox.domain.act.Command;
import java.time.ZoneId;
import java.util.Locale;

/** What people and services said, as lines of the log: what it was, then the reason or evidence that they gave. */
public final class CommandWords {
    private final ZoneId zone;

    public CommandWords(ZoneId zone) {
        this.zone = zone;
    }

    public String line(Command command) {
        String why = why(command);
        return why.isBlank() ? what(command) + "." : "%s: \"%s\".".formatted(what(command), why);
    }

    private static String why(Command command) {
        return command instanceof Command.SignOff word ? word.what() : command.reason();
    }

    private String what(Command command) {
        return switch (command) {
            case Command.Pause _ -> "Pauses";
            case Command.Resume _ -> "Resumes";
            case Command.Cancel _ -> "Cancels";
            case Command.TurnRobotOff _ -> "Turns the Robot off here";
            case Command.TurnRobotOn _ -> "Turns the Robot on here";
            case Command.Ask _ -> "Asks";
            case Command.Answer answer -> "Answers with " + words(answer.choice());
            case Command.SignOff word -> signOff(word);
            case Command.OptOut out -> "Opts %s out until %s".formatted(out.team(), Amounts.date(out.until(), zone));
            case Command.WaiveTeam waived -> "Goes on without the word of " + waived.team();
            case Command.AcceptCriterion accepted -> "Accepts " + accepted.criterion();
            case Command.RuleOnBug rule -> "Rules on %s, %s".formatted(rule.bug(), words(rule.ruling()));
            case Command.Confirm _ -> "Says yes";
            case Command.Adopt adopt -> "Takes what %s shows as the truth".formatted(adopt.destination());
            case Command.TryAgain again -> "Lets %s be tried again".formatted(again.destination());
            case Command.WritePackage _ -> "Writes the notes for the stores";
            case Command.ChooseOther other -> "Chooses to %s %s".formatted(words(other.choice()), other.other());
            case Command.ReportCheck check ->
                "Reports the %s check as %s"
                        .formatted(
                                check.which(), FindingWords.check(check.check().state()));
            case Command.ApproveCommit approved ->
                "Approves %s for %s".formatted(approved.commit().brief(), approved.bug());
            case Command.CutAnyway _ -> "Has the branch cut anyway";
            case Command.TryRepositoryAgain again -> "Lets %s be tried again".formatted(again.repository());
            case Command.Skip skip -> "Skips the departure of " + skip.date();
            case Command.Postpone later ->
                "Postpones the departure of %s to %s".formatted(later.date(), Amounts.date(later.to(), zone));
            case Command.Arm arm ->
                "Sets how the Robot %s to %s".formatted(WayWords.verb(arm.move()), words(arm.mode()));
            case Command.SwitchOff _ -> "Turns the Robot off";
            case Command.SwitchOn _ -> "Turns the Robot on";
        };
    }

    private static String signOff(Command.SignOff word) {
        return switch (word.result()) {
            case RUNNING -> "Tests for " + word.team();
            case PASSED -> "Signs off for " + word.team();
            case FAILED -> "Says that it failed for " + word.team();
            case WITHDRAWN -> "Takes back the word of " + word.team();
        };
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
