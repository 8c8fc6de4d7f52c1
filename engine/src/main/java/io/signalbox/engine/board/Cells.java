package io.signalbox.engine.board;

import io.signalbox.domain.app.Destination;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.wording.Amounts;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.domain.wording.FindingWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Cell.Column;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The seven signals of a track. Every criterion belongs to one of them, so that a row is never worse or better than its cells. */
final class Cells {
    private final Looked looked;
    private final FindingWords words;

    Cells(Looked looked) {
        this.looked = looked;
        this.words = new FindingWords(looked.picture().app().zone(), looked.now());
    }

    List<Cell> all() {
        if (looked.track().course().ended()) {
            return Arrays.stream(Column.values())
                    .map(column -> told(column, Optional.empty()))
                    .toList();
        }
        return List.of(blockers(), build(), tests(), signOffs(), crashes(), review(), rollout());
    }

    /** The signal that a criterion belongs to. */
    private static Column column(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NoOpenBlockers _, Criterion.NoOpenQuestion _ -> Column.BLOCKERS;
            case Criterion.NewestCommitBuilt _, Criterion.OnlyApprovedCommits _, Criterion.Nightly _ -> Column.BUILD;
            case Criterion.TestsGreen _ -> Column.TESTS;
            case Criterion.SignedOff _ -> Column.SIGN_OFFS;
            case Criterion.CrashRate _, Criterion.EnoughUse _ -> Column.CRASHES;
            case Criterion.PackageComplete _, Criterion.StoreApproved _, Criterion.StoreSeen _, Criterion.NotBefore _ ->
                Column.REVIEW;
            case Criterion.Soaked _,
                    Criterion.Staffed _,
                    Criterion.NoFreeze _,
                    Criterion.NoOtherVersion _,
                    Criterion.CheckPassed _,
                    Criterion.GreenCommit _,
                    Criterion.AnyCommit _,
                    Criterion.PreviousCut _,
                    Criterion.Bumped _ -> Column.ROLLOUT;
        };
    }

    /** What was found for a signal, worst first. A share that is out is known only as long as its store is seen. */
    private List<Finding> of(Column column) {
        Stream<Finding> own = looked.findings().stream().filter(f -> column(f.criterion()) == column);
        Stream<Finding> seen =
                column == Column.ROLLOUT ? looked.seen(DestinationState::isOut).stream() : Stream.empty();
        return Stream.concat(own, seen).sorted(Status.WORST_FIRST).toList();
    }

    /** A signal that is told by its worst finding; {@code main} gives the value as long as nothing is worse than it. */
    private Cell told(Column column, Optional<Finding> main) {
        List<Finding> found = of(column);
        Optional<Finding> worst = found.stream().findFirst();
        if (worst.isEmpty() && main.isEmpty()) {
            return Cell.notApplicable(column);
        }
        Finding shown = main.filter(m -> worst.isEmpty() || Status.of(m).compareTo(Status.of(worst.get())) <= 0)
                .orElseGet(worst::orElseThrow);
        Status status = worst.map(Status::of).orElse(Status.READY).orWorse(Status.of(shown));
        return cell(column, status, value(shown), second(shown), shown);
    }

    private String value(Finding finding) {
        if (finding.reason() instanceof Reason.TooFewSessions) {
            return "too few";
        }
        if (finding.reason() instanceof Reason.Use) {
            return finding.verdict().isGreen() ? "enough use" : "little use";
        }
        if (Status.isOwed(finding)) {
            return "no check yet";
        }
        return finding.verdict().isUnknown() ? "no data" : words.now(finding);
    }

    private String second(Finding finding) {
        if (finding.accepted().isPresent()) {
            return "accepted";
        }
        boolean sessions = finding.reason() instanceof Reason.TooFewSessions || finding.reason() instanceof Reason.Use;
        return sessions && !finding.verdict().isGreen() ? words.now(finding) : "";
    }

    private Cell cell(Column column, Status status, String value, String second, Finding finding) {
        String source = finding.source().map(s -> " Source: " + s.name() + ".").orElse("");
        String title = CriterionWords.name(finding.criterion()) + ". "
                + words.why(finding).orElse("Met.") + source;
        return new Cell(column, status, value, second, title, finding.source().map(Finding.Source::asOf));
    }

    private Cell blockers() {
        List<Question> open = looked.track().said().questions().stream()
                .filter(Question::open)
                .toList();
        if (!open.isEmpty()) {
            String text = WayWords.question(open.getFirst().topic());
            return new Cell(
                    Column.BLOCKERS, Status.NEEDS, String.valueOf(open.size()), "question", text, Optional.empty());
        }
        Optional<Finding> main = looked.stage().atLeast(Stage.BRANCHED)
                ? looked.judged(Criterion.NoOpenBlockers.class)
                : looked.finding(Criterion.NoOpenBlockers.class);
        Cell told = told(Column.BLOCKERS, main);
        int cleared = main.filter(f -> f.reason() instanceof Reason.Blockers)
                .map(f -> ((Reason.Blockers) f.reason()).cleared())
                .orElse(0);
        boolean quiet = told.status() == Status.READY && cleared > 0;
        return quiet
                ? new Cell(told.column(), told.status(), told.value(), cleared + " closed", told.title(), told.asOf())
                : told;
    }

    private Cell build() {
        Optional<Candidate> candidate = looked.track().candidate();
        if (candidate.isEmpty()) {
            return told(
                    Column.BUILD,
                    looked.finding(Criterion.Nightly.class)
                            .or(() -> looked.finding(Criterion.NewestCommitBuilt.class)));
        }
        String title = candidate.get().title();
        Optional<Finding> main = looked.stage().atLeast(Stage.SUBMITTED)
                ? looked.finding(Criterion.NewestCommitBuilt.class)
                : looked.judged(Criterion.NewestCommitBuilt.class);
        Cell told = told(Column.BUILD, main);
        if (told.status() == Status.READY || told.status() == Status.NOT_APPLICABLE) {
            String commit = candidate.get().commit().brief();
            return new Cell(
                    Column.BUILD,
                    Status.READY,
                    title,
                    commit,
                    "%s is build %s of %s: built, verified and uploaded when it was named."
                            .formatted(title, candidate.get().build(), commit),
                    told.asOf());
        }
        return new Cell(Column.BUILD, told.status(), title, told.value(), told.title(), told.asOf());
    }

    /** What the submission was decided on is in the journal; what nobody asks for any more is not known to be so still. */
    private Cell tests() {
        Optional<Finding> asked = looked.finding(Criterion.TestsGreen.class);
        if (asked.isEmpty() && looked.stage().atLeast(Stage.SUBMITTED)) {
            return Cell.notApplicable(Column.TESTS, "Tests count until it is sent; nothing asks for them any more.");
        }
        return told(Column.TESTS, asked);
    }

    private Cell signOffs() {
        if (!looked.stage().atLeast(Stage.BRANCHED)) {
            return Cell.notApplicable(Column.SIGN_OFFS);
        }
        Optional<Finding> main = looked.judged(Criterion.SignedOff.class);
        Cell told = told(Column.SIGN_OFFS, main);
        if (main.isPresent() && main.get().reason() instanceof Reason.SignOffs s) {
            String second = !s.failed().isEmpty()
                    ? s.failed().size() + " failed"
                    : s.optedOut() > 0 ? s.optedOut() + " opted out" : "";
            return new Cell(told.column(), told.status(), told.value(), second, told.title(), told.asOf());
        }
        return told;
    }

    private Cell crashes() {
        Optional<Finding> main = looked.stage().atLeast(Stage.BRANCHED)
                ? looked.judged(Criterion.CrashRate.class)
                : looked.finding(Criterion.CrashRate.class);
        Cell told = told(Column.CRASHES, main);
        Optional<Finding> rate = main.filter(f -> f.reason() instanceof Reason.Rate);
        boolean onlyUse = of(Column.CRASHES).stream()
                .noneMatch(f -> f.criterion() instanceof Criterion.CrashRate
                        && !f.verdict().isGreen());
        return rate.isPresent() && onlyUse
                ? new Cell(
                        told.column(), told.status(), words.now(rate.get()), told.second(), told.title(), told.asOf())
                : told;
    }

    /** What is on record of the review, unless what the criteria say is worse. */
    private Cell review() {
        Cell told = told(Column.REVIEW, Optional.empty());
        Cell own = looked.progress().stream()
                .filter(d -> destination(d).capabilities().goLive().hasReview())
                .min(Comparator.comparingInt(Cells::reviewRank))
                .map(this::reviewed)
                .orElse(Cell.notApplicable(Column.REVIEW));
        return unmet(told) && told.status().compareTo(own.status()) < 0 ? told : own;
    }

    private Cell reviewed(DestinationProgress progress) {
        String store = destination(progress).name();
        ZoneId zone = looked.picture().app().zone();
        return switch (progress.state()) {
            case DestinationState.Unsent _, DestinationState.Gone _ -> Cell.notApplicable(Column.REVIEW);
            case DestinationState.InReview in ->
                review(
                        progress,
                        Status.WAITING,
                        "in review",
                        "",
                        "%s has it in review since %s.".formatted(store, Amounts.at(in.since(), zone)));
            case DestinationState.Refused refused -> rejected(progress, refused);
            case DestinationState.Approved _, DestinationState.Exposed _, DestinationState.Everyone _ ->
                review(progress, Status.READY, "approved", "", "%s approved it.".formatted(store));
        };
    }

    /** A person must act until it is mended; then it waits to be sent again. */
    private Cell rejected(DestinationProgress progress, DestinationState.Refused refused) {
        boolean open =
                looked.inTheWay(r -> r instanceof Reason.RefusedByStore || r instanceof Reason.NewCandidateNeeded);
        return review(progress, open ? Status.NEEDS : Status.WAITING, "rejected", open ? "" : "mended", refused.text());
    }

    private Cell review(DestinationProgress of, Status status, String value, String second, String title) {
        return new Cell(Column.REVIEW, status, value, second, title, looked.readAt(of.key()));
    }

    static boolean unmet(Cell cell) {
        return cell.status() != Status.NOT_APPLICABLE && cell.status() != Status.READY;
    }

    private Destination destination(DestinationProgress progress) {
        return looked.picture().destination(progress.key());
    }

    private static int reviewRank(DestinationProgress progress) {
        return switch (progress.state()) {
            case DestinationState.Refused _ -> 0;
            case DestinationState.InReview _ -> 1;
            case DestinationState.Unsent _ -> 2;
            case DestinationState.Approved _ -> 3;
            case DestinationState.Exposed _, DestinationState.Everyone _ -> 4;
            case DestinationState.Gone _ -> 5;
        };
    }

    private Cell rollout() {
        return new RolloutCell(looked).cell(told(Column.ROLLOUT, Optional.empty()));
    }
}
