package io.signalbox.testkit.history;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The two logs of a run, and the parts of them that several checks want. */
record History(List<Outside> outside, List<Kept> journal, Policy policy, List<Sent> sent) {

    /** A call that the journal announced. */
    record Sent(Instant at, SubjectId subject, Action action, List<Finding> guard) {
        boolean forward() {
            return action.effect().lane() == Lane.GO;
        }

        String name() {
            return subject + " #" + action.id().number() + " " + action.effect().name();
        }
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
