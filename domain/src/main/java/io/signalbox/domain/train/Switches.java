package io.signalbox.domain.train;

import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.release.Release.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people switched for the whole app.
 *
 * @param robotOff who turned the Robot off, and why; while it is off nothing goes forward
 */
public record Switches(Optional<Word> robotOff, List<Arming> arming) {
    public static final Switches FRESH = new Switches(Optional.empty(), List.of());

    public Switches {
        arming = List.copyOf(arming);
    }

    /** What the Robot may do with a move: what the policy says, but only once people armed it for this app. */
    public Mode mode(Move move, Mode policy) {
        Optional<Arming> armed = arming.stream().filter(a -> a.move() == move).findFirst();
        return armed.map(a -> policy.atMost(a.mode())).orElse(Mode.OBSERVE);
    }

    public Switches with(Arming word) {
        List<Arming> now = new ArrayList<>(arming);
        now.removeIf(a -> a.move() == word.move());
        now.add(word);
        return new Switches(robotOff, now);
    }

    public Switches withRobotOff(Optional<Word> now) {
        return new Switches(now, arming);
    }
}
