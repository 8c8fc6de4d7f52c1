package io.signalbox.domain.act;

import io.signalbox.domain.actor.Role;
import java.util.List;

/** Why a command is refused. */
public sealed interface Refusal {

    /** @param roles those that may */
    record NotYourRole(List<Role> roles) implements Refusal {}

    record NotYourTeam() implements Refusal {}

    /** The subject is not in a state in which this means anything. */
    record NotNow(Why why) implements Refusal {}

    /** A reason of at least {@code characters} is missing. */
    record NoReason(int characters) implements Refusal {}

    /** What the command names does not exist here. */
    record Unknown(String what, String name, List<String> known) implements Refusal {}

    record Invalid(String field, String rule) implements Refusal {}

    enum Why {
        ALREADY_CANCELLED,
        ALREADY_RELEASED,
        ALREADY_PAUSED,
        NOT_PAUSED,
        WATCH_ENDED,
        NO_CANDIDATE,
        NOT_ASKED,
        ALREADY_ANSWERED,
        NOT_PROPOSED,
        NO_DRIFT,
        NO_TROUBLE,
        ROBOT_ALREADY_OFF,
        ROBOT_NOT_OFF,
        CRITERION_MET,
        CANNOT_BE_ACCEPTED,
        NOT_OVERDUE,
        ALREADY_DEPARTED,
        NOT_SCHEDULED
    }
}
