package io.signalbox.domain.wording;

import io.signalbox.domain.act.Refusal;
import io.signalbox.domain.actor.Role;
import java.util.List;
import java.util.Locale;

/** Why a command is refused, and what to do. */
public final class RefusalWords {
    private RefusalWords() {}

    /** A stable code for programs: {@code not-your-role}, {@code already-paused}. */
    public static String code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotYourRole _ -> "not-your-role";
            case Refusal.NotYourTeam _ -> "not-your-team";
            case Refusal.NotNow not -> hyphens(not.why().name());
            case Refusal.NoReason _ -> "no-reason";
            case Refusal.Unknown _ -> "unknown";
            case Refusal.Invalid _ -> "invalid";
        };
    }

    private static String hyphens(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String sentence(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotYourRole not -> "Only a %s may do this.".formatted(roles(not.roles()));
            case Refusal.NotYourTeam _ -> "You sign off for your own team only.";
            case Refusal.NotNow not -> why(not.why());
            case Refusal.NoReason none -> "Give a reason of at least %d characters.".formatted(none.characters());
            case Refusal.Unknown unknown ->
                "There is no %s \"%s\" here%s"
                        .formatted(
                                unknown.what(),
                                unknown.name(),
                                unknown.known().isEmpty() ? "." : "; there is " + Amounts.few(unknown.known()) + ".");
            case Refusal.Invalid invalid -> "%s must be %s.".formatted(invalid.field(), invalid.rule());
        };
    }

    private static String roles(List<Role> roles) {
        return String.join(
                " or ",
                roles.stream().map(r -> hyphens(r.name()).replace('-', ' ')).toList());
    }

    private static String why(Refusal.Why why) {
        return switch (why) {
            case ALREADY_CANCELLED -> "It is cancelled already.";
            case ALREADY_RELEASED -> "Everyone has it already; it can be stopped, not cancelled.";
            case ALREADY_PAUSED -> "It is paused already.";
            case NOT_PAUSED -> "It is not paused.";
            case WATCH_ENDED -> "Its watch has ended.";
            case NO_CANDIDATE -> "There is no candidate yet.";
            case NOT_ASKED -> "Nothing of the kind was asked.";
            case ALREADY_ANSWERED -> "It is answered already.";
            case NOT_PROPOSED -> "The Robot no longer proposes this: look again.";
            case NO_DRIFT -> "The store agrees with the record.";
            case NO_TROUBLE -> "Nothing was refused there.";
            case ROBOT_ALREADY_OFF -> "The Robot is off already.";
            case ROBOT_NOT_OFF -> "The Robot is not off.";
            case CRITERION_MET -> "It is met.";
            case CANNOT_BE_ACCEPTED ->
                "This cannot be accepted away: answer the question, or wait until the source says what is so.";
            case NOT_OVERDUE -> "The cut does not wait for a person.";
            case ALREADY_DEPARTED -> "That cycle has begun already.";
            case NOT_SCHEDULED -> "No cycle starts on that date.";
        };
    }
}
