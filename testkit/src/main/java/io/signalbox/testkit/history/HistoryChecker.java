package io.signalbox.testkit.history;

import io.signalbox.domain.policy.Policy;
import io.signalbox.engine.journal.Kept;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a history against the invariants.
 *
 * <p>Reads only what the outside logged and what the journal says; the policy is the one that the release was pinned to.
 */
public final class HistoryChecker {
    private HistoryChecker() {}

    public static List<Violation> check(List<Outside> outside, List<Kept> journal, Policy policy) {
        History history = History.of(outside, journal, policy);
        List<Violation> violations = new ArrayList<>();
        violations.addAll(EvidenceChecks.everyCriterionGreen(history));
        violations.addAll(EvidenceChecks.evidenceFresh(history));
        violations.addAll(EvidenceChecks.evidenceTrue(history));
        violations.addAll(EffectChecks.effectivelyOnce(history));
        violations.addAll(EffectChecks.pauseDominates(history));
        violations.addAll(EffectChecks.nothingForwardInDoubt(history));
        violations.addAll(EffectChecks.everyCallIsJournalled(history));
        return violations;
    }
}
