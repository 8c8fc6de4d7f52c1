package io.signalbox.domain.robot;

import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Confirmation;
import java.util.List;

/** Whether the mode lets the Robot act, or whose word is missing. */
final class Consent {
    private Consent() {}

    static List<Reason.InTheWay> missing(TrackRun run, Move move, Mode mode, String fingerprint) {
        int approvals =
                run.picture().process().move(move).map(MovePolicy::approvals).orElse(1);
        return missing(mode, approvals, fingerprint, run.track().said().confirmations());
    }

    static List<Reason.InTheWay> missing(Mode mode, int approvals, String fingerprint, List<Confirmation> given) {
        return switch (mode) {
            case AUTOMATIC -> List.of();
            case OBSERVE -> List.of(new Reason.Observes());
            case MANUAL -> awaits(fingerprint, given, 1);
            case CONFIRM -> awaits(fingerprint, given, approvals);
        };
    }

    private static List<Reason.InTheWay> awaits(String fingerprint, List<Confirmation> given, int needed) {
        int have = (int) given.stream()
                .filter(c -> c.fingerprint().equals(fingerprint))
                .map(Confirmation::by)
                .distinct()
                .count();
        return have >= needed ? List.of() : List.of(new Reason.AwaitsYes(fingerprint, have, needed));
    }
}
