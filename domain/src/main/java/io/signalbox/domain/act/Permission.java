package io.signalbox.domain.act;

import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import java.util.List;
import java.util.Optional;

/** Who may give which command, before the state of any subject is looked at. Admins have no release power. */
final class Permission {
    /** The least that is asked of a reason. */
    static final int REASON = 5;

    private static final List<Role> STOP = List.of(Role.TEAM_MEMBER, Role.RELEASE_MANAGER, Role.ADMIN, Role.SERVICE);
    private static final List<Role> OFF = List.of(Role.RELEASE_MANAGER, Role.ADMIN);
    private static final List<Role> MANAGER = List.of(Role.RELEASE_MANAGER);
    private static final List<Role> TEAM = List.of(Role.TEAM_MEMBER, Role.RELEASE_MANAGER);
    private static final List<Role> REPORT = List.of(Role.SERVICE);

    private Permission() {}

    static List<Role> roles(Command command) {
        return switch (command) {
            case Command.Pause _ -> STOP;
            case Command.Cancel _ -> MANAGER;
            case Command.TurnRobotOff _, Command.SwitchOff _ -> OFF;
            case Command.SignOff _, Command.Ask _ -> TEAM;
            case Command.ReportCheck _ -> REPORT;
            case Command.Resume _,
                    Command.TurnRobotOn _,
                    Command.Answer _,
                    Command.OptOut _,
                    Command.WaiveTeam _,
                    Command.AcceptCriterion _,
                    Command.RuleOnBug _,
                    Command.Confirm _,
                    Command.Adopt _,
                    Command.TryAgain _,
                    Command.WritePackage _,
                    Command.ChooseOther _,
                    Command.ApproveCommit _,
                    Command.CutAnyway _,
                    Command.TryRepositoryAgain _,
                    Command.Skip _,
                    Command.Postpone _,
                    Command.Arm _,
                    Command.SwitchOn _ -> MANAGER;
        };
    }

    static Optional<Refusal> refusal(Command command, Actor actor) {
        List<Role> roles = roles(command);
        if (!roles.contains(actor.role())) {
            return Optional.of(new Refusal.NotYourRole(roles));
        }
        return command instanceof Command.SignOff sign && !isOwn(sign.team(), actor) && !takesBack(sign, actor)
                ? Optional.of(new Refusal.NotYourTeam())
                : Optional.empty();
    }

    /** Who may waive a team or let it opt out may also take a team's word back: that only asks for more. */
    private static boolean takesBack(Command.SignOff sign, Actor actor) {
        return sign.result() == Command.SignOff.Result.WITHDRAWN && actor.role() == Role.RELEASE_MANAGER;
    }

    private static boolean isOwn(TeamKey team, Actor actor) {
        return actor.team().filter(team::equals).isPresent();
    }

    /** What goes forward or ends something needs a reason that says something; what only stops never does. */
    static Optional<Refusal> reason(Command command) {
        boolean needed = needsReason(command);
        if (needed && command.reason().strip().length() < REASON) {
            return Optional.of(new Refusal.NoReason(REASON));
        }
        return command.reason().length() > 500
                ? Optional.of(new Refusal.Invalid("reason", "at most 500 characters"))
                : Optional.empty();
    }

    private static boolean needsReason(Command command) {
        return switch (command) {
            case Command.Pause _,
                    Command.TurnRobotOff _,
                    Command.SwitchOff _,
                    Command.SignOff _,
                    Command.Confirm _,
                    Command.TryAgain _,
                    Command.WritePackage _,
                    Command.ReportCheck _,
                    Command.TryRepositoryAgain _ -> false;
            case Command.OfTrack _, Command.OfRelease _, Command.OfTrain _ -> true;
        };
    }
}
