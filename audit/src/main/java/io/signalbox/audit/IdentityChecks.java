package io.signalbox.audit;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.CriterionOverride;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S1 and S4: what grows has no open blocker but what a person took on, and is the very build that was named. */
final class IdentityChecks {
    private IdentityChecks() {}

    /** S4: only the candidate named last is sent or offered, under its own build number. */
    static List<Violation> onlyTheCandidateGoesOut(History history) {
        List<Violation> found = new ArrayList<>();
        Map<SubjectId, Candidate> named = new HashMap<>();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            if (entry.fact() instanceof Fact.Happened happened
                    && happened.what() instanceof Happening.CandidateNamed now) {
                named.put(entry.subject(), now.candidate());
            } else if (entry.fact() instanceof Fact.Sent sent) {
                Optional<Candidate> candidate = Optional.ofNullable(named.get(entry.subject()));
                boolean ours = switch (sent.action().effect()) {
                    case Effect.Submit submit -> is(candidate, submit.candidate(), submit.build());
                    case Effect.Expose expose -> is(candidate, expose.candidate(), expose.build());
                    case Effect.Resume resume ->
                        candidate.filter(c -> c.build().equals(resume.build())).isPresent();
                    case Effect.Halt _, Effect.Withdraw _, Effect.InRepository _ -> true;
                };
                if (!ours) {
                    found.add(new Violation(
                            "S4", entry.at(), "%s is not of the candidate %s".formatted(sent.action(), candidate)));
                }
            }
        }
        return found;
    }

    private static boolean is(Optional<Candidate> candidate, CommitId commit, BuildNumber build) {
        return candidate
                .filter(c -> c.commit().equals(commit) && c.build().equals(build))
                .isPresent();
    }

    /** S4: what a place holds after a forward call is the build that the journal announced, offered to no more than it announced. */
    static List<Violation> outsideIsWhatWasAnnounced(History history) {
        List<Violation> found = new ArrayList<>();
        for (Outside event : history.outside()) {
            if (event instanceof Outside.Applied applied && applied.forward()) {
                history.sent(applied)
                        .filter(sent -> !sameBuild(sent, applied) || wider(sent, applied))
                        .ifPresent(sent -> found.add(new Violation(
                                "S4",
                                applied.at(),
                                "%s made it %s, %s".formatted(sent.name(), applied.build(), applied.after()))));
            }
        }
        return found;
    }

    private static boolean sameBuild(History.Sent sent, Outside.Applied applied) {
        return !(sent.action().effect() instanceof Effect.AtDestination at)
                || applied.build().filter(at.build()::equals).isPresent();
    }

    private static boolean wider(History.Sent sent, Outside.Applied applied) {
        return sent.action().effect() instanceof Effect.Expose expose
                && applied.after().reach() > expose.exposure().share().basisPoints();
    }

    /** S1: nothing grows beyond the first rung over a blocker, but one that a person took on for this candidate before. */
    static List<Violation> nothingGrowsOverABlocker(History history) {
        List<Violation> found = new ArrayList<>();
        for (History.Sent sent : history.sent()) {
            if (!sent.forward() || !grows(history, sent)) {
                continue;
            }
            Optional<Finding> blockers = sent.guard().stream()
                    .filter(f -> f.criterion() instanceof Criterion.NoOpenBlockers)
                    .findFirst();
            boolean clear = blockers.filter(f -> f.verdict() == Verdict.GREEN || takenOn(history, sent, f))
                    .isPresent();
            if (!clear) {
                found.add(new Violation("S1", sent.at(), sent.name() + " grows over a blocker"));
            }
        }
        return found;
    }

    private static boolean grows(History history, History.Sent sent) {
        Exposure first = history.process(sent.subject()).ladder().getFirst().exposure();
        return sent.action().effect() instanceof Effect.Expose expose
                && expose.exposure().share().compareTo(first.share()) > 0;
    }

    private static boolean takenOn(History history, History.Sent sent, Finding finding) {
        Optional<CriterionOverride> word = finding.accepted();
        Optional<CommitId> candidate = sent.action().effect() instanceof Effect.Expose expose
                ? Optional.of(expose.candidate())
                : Optional.empty();
        return word.filter(w -> candidate.filter(w.candidate()::equals).isPresent()
                        && !w.at().isAfter(sent.at())
                        && !w.bugs().isEmpty()
                        && said(history, sent.subject(), w))
                .isPresent();
    }

    /** Whether that person gave that very command. */
    private static boolean said(History history, SubjectId subject, CriterionOverride word) {
        Instant at = word.at();
        return history.journal().stream()
                .map(Kept::entry)
                .anyMatch(e -> e.subject().equals(subject)
                        && e.at().equals(at)
                        && e.by().equals(word.by())
                        && e.fact() instanceof Fact.Commanded given
                        && given.command() instanceof Command.AcceptCriterion accept
                        && accept.criterion().equals(word.criterion())
                        && !accept.reason().isBlank());
    }
}
