package io.signalbox.audit;

import io.signalbox.domain.policy.Policy;
import io.signalbox.engine.journal.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a history against the invariants.
 *
 * <p>Reads only what the outside logged and what the journal says; the policy is the one that the release was pinned to.
 */
public final class HistoryChecker {
    private HistoryChecker() {}

    /** Judges a run of which everything is known: what the outside logged, too. */
    public static List<Violation> check(List<Outside> outside, List<Kept> journal, Policy policy) {
        History history = History.of(outside, journal, policy);
        List<Violation> violations = new ArrayList<>(ofJournal(history));
        violations.addAll(EvidenceChecks.evidenceTrue(history));
        violations.addAll(EffectChecks.effectivelyOnce(history));
        violations.addAll(EffectChecks.stopsHoldOutside(history));
        violations.addAll(EffectChecks.everyCallIsJournalled(history));
        violations.addAll(EffectChecks.callsKeepTheirOrder(history));
        violations.addAll(IdentityChecks.outsideIsWhatWasAnnounced(history));
        violations.addAll(PathChecks.rungsAreSoaked(history));
        violations.addAll(PathChecks.whatPeopleDidStays(history));
        violations.addAll(OutcomeChecks.endsAreTrue(history));
        return violations;
    }

    /** Judges what the journal alone can show. */
    public static List<Violation> checkJournal(List<Kept> journal, Policy policy) {
        return ofJournal(History.of(List.of(), journal, policy));
    }

    private static List<Violation> ofJournal(History history) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(EvidenceChecks.everyCriterionGreen(history));
        violations.addAll(EvidenceChecks.evidenceFresh(history));
        violations.addAll(EffectChecks.nothingIsMarkedWhileStopped(history));
        violations.addAll(EffectChecks.nothingForwardInDoubt(history));
        violations.addAll(EffectChecks.announcedOnce(history));
        violations.addAll(IdentityChecks.onlyTheCandidateGoesOut(history));
        violations.addAll(IdentityChecks.nothingGrowsOverABlocker(history));
        violations.addAll(PathChecks.oneMoveADecision(history));
        violations.addAll(PathChecks.cancelledIsForGood(history));
        violations.addAll(ConsentChecks.nothingWithoutConsent(history));
        violations.addAll(OutcomeChecks.eachEndsOnce(history));
        return violations;
    }

    /**
     * What must happen in time while nothing goes wrong.
     *
     * @param from since when that is so
     * @param to until when the history goes
     */
    public static List<Violation> checkTimes(List<Kept> journal, Policy policy, Instant from, Instant to) {
        return OutcomeChecks.inTime(History.of(List.of(), journal, policy), from, to);
    }
}
