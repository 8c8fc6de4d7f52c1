package io.signalbox.domain.policy;

import java.util.List;

/**
 * How one move is guarded. An empty guard lets nothing through.
 *
 * @param approvals how many different people must confirm, in {@link Mode#CONFIRM}
 */
public record MovePolicy(Move move, Mode mode, int approvals, List<Criterion> guard) {
    public MovePolicy {
        guard = List.copyOf(guard);
        if (approvals < 1 || approvals > 5) {
            throw new IllegalArgumentException("%s wants %d approvals: use 1 to 5".formatted(move, approvals));
        }
    }
}
