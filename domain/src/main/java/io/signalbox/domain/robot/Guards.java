package io.signalbox.domain.robot;

import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.TrackPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The criteria that guard a move at a destination. */
final class Guards {
    /** Whatever a policy says: nothing is sent to a store that was not seen just now, nor past a question to people. */
    private static final List<Criterion> ALWAYS = List.of(new Criterion.StoreSeen(), new Criterion.NoOpenQuestion());

    private Guards() {}

    /** The findings of a move's guard. */
    static List<Finding> findings(TrackRun run, Move move, Destination destination) {
        List<Finding> found = new ArrayList<>();
        for (Criterion criterion : criteria(run.picture().process(), move, destination)) {
            found.add(run.find(criterion, Optional.of(destination.key())));
        }
        return found;
    }

    private static List<Criterion> criteria(TrackPolicy process, Move move, Destination destination) {
        List<Criterion> guard = new ArrayList<>(own(process, move));
        if (guard.isEmpty()) {
            return guard;
        }
        if (opens(move, destination)) {
            own(process, opening(process)).stream()
                    .filter(c -> !(c instanceof Criterion.StoreApproved) && !guard.contains(c))
                    .forEach(guard::add);
        }
        for (Criterion always : ALWAYS) {
            if (!guard.contains(always)) {
                guard.add(always);
            }
        }
        return guard;
    }

    /** Whether a move carries the first step with it, because the store goes live the moment it approves. */
    static boolean opens(Move move, Destination destination) {
        return move == Move.SUBMIT && destination.capabilities().goLive() == GoLive.ON_APPROVAL;
    }

    private static List<Criterion> own(TrackPolicy process, Move move) {
        return process.move(move).map(MovePolicy::guard).orElse(List.of());
    }

    /** The move that leads onto the ladder. */
    static Move opening(TrackPolicy process) {
        return process.ladder().size() == 1 ? Move.EVERYONE : Move.FIRST_STEP;
    }

    /** What must hold all through a review that ends in going live: the guard of the opening but for the approval itself. */
    static List<Finding> duringReview(TrackRun run, Destination destination) {
        return findings(run, opening(run.picture().process()), destination).stream()
                .filter(f -> !(f.criterion() instanceof Criterion.StoreApproved))
                .toList();
    }
}
