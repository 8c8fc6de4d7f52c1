package io.signalbox.audit;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** S2 and S3: every forward call lists every criterion of the pinned policy as met, with evidence that was fresh and true. */
final class EvidenceChecks {
    private static final Duration AHEAD = Duration.ofSeconds(60);

    private EvidenceChecks() {}

    static List<Violation> everyCriterionGreen(History history) {
        List<Violation> found = new ArrayList<>();
        for (History.Sent sent : history.sent()) {
            if (!sent.forward()) {
                continue;
            }
            Set<Criterion> listed =
                    sent.guard().stream().map(Finding::criterion).collect(Collectors.toSet());
            List<Criterion> wanted = history.move(sent).map(MovePolicy::guard).orElse(List.of());
            if (wanted.isEmpty() || sent.guard().isEmpty()) {
                found.add(new Violation("S2", sent.at(), sent.name() + " went forward without a guard"));
            }
            for (Criterion criterion : wanted) {
                if (!listed.contains(criterion)) {
                    found.add(new Violation("S2", sent.at(), sent.name() + " does not list " + criterion));
                }
            }
            for (Finding finding : sent.guard()) {
                if (finding.verdict() != Verdict.GREEN && finding.accepted().isEmpty()) {
                    found.add(new Violation(
                            "S2",
                            sent.at(),
                            "%s went on %s %s"
                                    .formatted(
                                            sent.name(),
                                            finding.verdict(),
                                            finding.criterion().key())));
                }
            }
        }
        return found;
    }

    static List<Violation> evidenceFresh(History history) {
        List<Violation> found = new ArrayList<>();
        for (History.Sent sent : history.sent()) {
            for (Finding finding : sent.guard()) {
                if (finding.source().isEmpty() || finding.accepted().isPresent()) {
                    continue;
                }
                Instant asOf = finding.source().get().asOf();
                Duration bound = kind(finding.criterion())
                        .map(history.policy().bounds()::of)
                        .orElse(Duration.ZERO);
                if (!sent.at().isBefore(asOf.plus(bound))
                        || asOf.isAfter(sent.at().plus(AHEAD))) {
                    found.add(new Violation(
                            "S3",
                            sent.at(),
                            "%s used %s as of %s"
                                    .formatted(sent.name(), finding.criterion().key(), asOf)));
                }
            }
        }
        return found;
    }

    /** What a finding claims to have been so must have been so, by the outside's own log, at the instant it claims. */
    static List<Violation> evidenceTrue(History history) {
        List<Violation> found = new ArrayList<>();
        for (History.Sent sent : history.sent()) {
            for (Finding finding : sent.guard()) {
                if (finding.source().isEmpty() || finding.verdict() != Verdict.GREEN) {
                    continue;
                }
                Instant asOf = finding.source().get().asOf();
                boolean wasBad = truth(
                                history,
                                sent.subject(),
                                finding.criterion().key().value(),
                                asOf)
                        .filter(t -> !t.good())
                        .isPresent();
                if (wasBad) {
                    found.add(new Violation(
                            "S3",
                            sent.at(),
                            "%s believed %s, which was not so at %s"
                                    .formatted(sent.name(), finding.criterion().key(), asOf)));
                }
            }
        }
        return found;
    }

    private static Optional<Outside.Truth> truth(History history, SubjectId subject, String signal, Instant at) {
        return history.outside().stream()
                .filter(o -> o instanceof Outside.Truth)
                .map(o -> (Outside.Truth) o)
                .filter(t -> t.subject().equals(subject) && t.signal().equals(signal) && !t.at().isAfter(at))
                .reduce((_, later) -> later);
    }

    /** The kind of signal that a criterion's evidence is of; empty for one that has none outside, and so cannot name a source. */
    private static Optional<SignalKind> kind(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NoOpenBlockers _ -> Optional.of(SignalKind.BUGS);
            case Criterion.NewestCommitBuilt _, Criterion.TestsGreen _, Criterion.Nightly _ ->
                Optional.of(SignalKind.BUILDS);
            case Criterion.CrashRate _, Criterion.EnoughUse _ -> Optional.of(SignalKind.HEALTH);
            case Criterion.CheckPassed _ -> Optional.of(SignalKind.CHECK);
            case Criterion.StoreSeen _, Criterion.StoreApproved _, Criterion.Soaked _ -> Optional.of(SignalKind.STORE);
            case Criterion.GreenCommit _ -> Optional.of(SignalKind.MAIN_CHECKS);
            case Criterion.OnlyApprovedCommits _, Criterion.AnyCommit _, Criterion.Bumped _ ->
                Optional.of(SignalKind.REPOSITORY);
            case Criterion.SignedOff _,
                    Criterion.PackageComplete _,
                    Criterion.NoOpenQuestion _,
                    Criterion.NoOtherVersion _,
                    Criterion.Staffed _,
                    Criterion.NotBefore _,
                    Criterion.NoFreeze _,
                    Criterion.PreviousCut _ -> Optional.empty();
        };
    }
}
