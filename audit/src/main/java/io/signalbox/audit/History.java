package io.signalbox.audit;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.perform.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two logs of a run, and the parts of them that several checks want. */
record History(List<Outside> outside, List<Kept> journal, Policy policy, List<Sent> sent) {

    /** A call that the journal announced. */
    record Sent(Instant at, SubjectId subject, Action action, List<Finding> guard) {
        boolean forward() {
            return action.effect().lane() == Lane.GO;
        }

        String key() {
            return subject + "#" + action.id().number();
        }

        String name() {
            return subject + " #" + action.id().number() + " " + action.effect().name();
        }
    }

    /** The announcement of the call that changed something. */
    Optional<Sent> sent(Outside.Applied applied) {
        return sent.stream()
                .filter(s ->
                        s.subject().equals(applied.subject()) && s.action().id().number() == applied.action())
                .findFirst();
    }

    /** The move that a forward call makes, as the policy has it; empty for a tag, which none guards, and a stop. */
    Optional<MovePolicy> move(Sent sent) {
        TrackPolicy process = process(sent.subject());
        return switch (sent.action().effect()) {
            case Effect.Bump _ -> policy.releaseMove(Move.BUMP);
            case Effect.CutBranch _ -> policy.releaseMove(Move.CUT);
            case Effect.Submit _ -> process.move(Move.SUBMIT);
            case Effect.Resume _ -> process.move(Move.RESUME);
            case Effect.Expose expose -> {
                boolean last = expose.rung() == process.ladder().size() - 1;
                yield process.move(last ? Move.EVERYONE : expose.rung() == 0 ? Move.FIRST_STEP : Move.NEXT_STEP);
            }
            case Effect.Tag _, Effect.Halt _, Effect.Withdraw _ -> Optional.empty();
        };
    }

    TrackPolicy process(SubjectId subject) {
        return subject instanceof SubjectId.TrackId track ? policy.of(track.platform()) : policy.track();
    }

    /** Whether an action was ever in doubt. */
    boolean doubted(SubjectId subject, int action) {
        return journal.stream()
                .map(Kept::entry)
                .filter(e -> e.subject().equals(subject))
                .anyMatch(e -> switch (e.fact()) {
                    case Fact.Happened(Happening.ActionDoubted doubt) -> doubt.action() == action;
                    case Fact.Replied replied -> replied.action() == action && replied.reply() instanceof Reply.Silent;
                    default -> false;
                });
    }

    static History of(List<Outside> outside, List<Kept> journal, Policy policy) {
        List<Sent> sent = new ArrayList<>();
        for (Kept kept : journal) {
            if (kept.entry().fact() instanceof Fact.Sent fact) {
                sent.add(new Sent(kept.entry().at(), kept.entry().subject(), fact.action(), fact.guard()));
            }
        }
        return new History(List.copyOf(outside), List.copyOf(journal), policy, List.copyOf(sent));
    }
}
