package io.signalbox.domain.decision;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import java.util.List;
import java.util.Optional;

/**
 * The next move at one place, and why it is or is not made.
 *
 * @param place the destination or repository; empty for a move of the whole track
 * @param guard every criterion of the move, in the policy's order
 * @param inTheWay what stands in the way besides the guard
 * @param proposal the fingerprint to confirm, if the Robot waits for a yes
 */
public record Outlook(
        String place,
        Move move,
        Mode mode,
        List<Finding> guard,
        List<Reason.InTheWay> inTheWay,
        boolean acts,
        Optional<String> proposal) {
    public Outlook {
        guard = List.copyOf(guard);
        inTheWay = List.copyOf(inTheWay);
    }

    /** Whether every criterion is met or accepted, and there is at least one. */
    public boolean guardLets() {
        return !guard.isEmpty() && guard.stream().allMatch(Finding::lets);
    }

    public List<Finding> unmet() {
        return guard.stream().filter(f -> !f.lets()).toList();
    }
}
