package io.signalbox.domain.robot;

import io.signalbox.domain.app.Destination;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Confirmation;
import java.util.List;

/** Whether the mode lets the Robot act, or whose word is missing. */
final class Consent {
    private Consent() {}

    /** A submission that goes live on approval is the first step too: the more careful mode of the two counts. */
    static Mode mode(TrackPicture picture, Move move, Destination destination) {
        Mode own = picture.mode(move);
        return Guards.opens(move, destination) ? own.atMost(picture.mode(Guards.opening(picture.process()))) : own;
    }

    static List<Reason.InTheWay> missing(
            TrackRun run, Move move, Destination destination, Mode mode, String fingerprint) {
        TrackPolicy process = run.picture().process();
        int approvals = approvals(process, move);
        if (Guards.opens(move, destination)) {
            approvals = Math.max(approvals, approvals(process, Guards.opening(process)));
        }
        return missing(mode, approvals, fingerprint, run.track().said().confirmations());
    }

    private static int approvals(TrackPolicy process, Move move) {
        return process.move(move).map(MovePolicy::approvals).orElse(1);
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
