package io.signalbox.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * The process of one platform.
 *
 * @param ladder the rungs, rising, the last is everyone
 * @param upcoming what is watched before there is a branch; guards nothing
 * @param released what is watched once everyone has it; guards nothing
 */
public record TrackPolicy(
        List<Rung> ladder,
        List<MovePolicy> moves,
        List<Criterion> upcoming,
        List<Criterion> released,
        List<AskRule> asks) {
    public TrackPolicy {
        ladder = List.copyOf(ladder);
        moves = List.copyOf(moves);
        upcoming = List.copyOf(upcoming);
        released = List.copyOf(released);
        asks = List.copyOf(asks);
        if (ladder.isEmpty() || !ladder.getLast().exposure().isEveryone()) {
            throw new IllegalArgumentException("a ladder ends with everyone (100 %, everywhere)");
        }
        for (int i = 1; i < ladder.size(); i++) {
            if (ladder.get(i)
                            .exposure()
                            .share()
                            .compareTo(ladder.get(i - 1).exposure().share())
                    <= 0) {
                throw new IllegalArgumentException("a ladder rises: rung %d is not above rung %d".formatted(i + 1, i));
            }
        }
    }

    /** The move's guard, if this process has such a move. */
    public Optional<MovePolicy> move(Move move) {
        return moves.stream().filter(m -> m.move() == move).findFirst();
    }

    /** The move that leads from this rung to the next; from the last, reached only in part, to everyone too. */
    public Move moveFrom(int rung) {
        return rung + 1 >= ladder.size() - 1 ? Move.EVERYONE : Move.NEXT_STEP;
    }

    public Rung last() {
        return ladder.getLast();
    }
}
