package io.signalbox.engine.board;

import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.wording.FindingWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Cycle;
import io.signalbox.engine.board.Board.Last;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A release that has no tracks, as its repositories tell of it: what was last, what has merged since, and when it is cut. */
final class Cycles {
    private static final int NEWEST = 5;
    private static final int AUTHORS = 3;

    private final Ahead ahead;
    private final ZoneId zone;

    Cycles(Ahead ahead) {
        this.ahead = ahead;
        this.zone = ahead.picture().app().zone();
    }

    List<Cycle> all() {
        return ahead.release().repositories().stream().map(this::one).toList();
    }

    private Cycle one(RepositoryProgress progress) {
        Optional<Observation.Read> read = ReleasePages.read(ahead.picture(), progress);
        Optional<RepositoryReading> reading = read.map(ReleasePages::reading);
        List<Commit> commits =
                reading.map(r -> ReleasePages.merged(r, progress.cut())).orElse(List.of());
        Optional<Outlook> outlook = ahead.outlook(progress.key().value());
        Status status = status(outlook);
        List<String> authors = authors(commits);
        return new Cycle(
                ahead.release().id().version().text(),
                progress.key().value(),
                status,
                sentence(progress, outlook, status),
                outlook.map(o -> RobotLine.of(o, zone)).orElse(""),
                reading.flatMap(RepositoryReading::earlier)
                        .map(e -> new Last(e.version().text(), e.name(), e.at())),
                commits.size(),
                authors.size(),
                authors.stream().limit(AUTHORS).toList(),
                commits.stream()
                        .limit(NEWEST)
                        .map(c -> ReleasePages.change(ahead.picture(), ahead.release(), c))
                        .toList(),
                reading.map(r -> r.main().whole()).orElse(false),
                ahead.release().plan().at(Milestone.BRANCH_CUT),
                progress.cut().map(RepositoryProgress.Cut::branch),
                progress.cut().map(RepositoryProgress.Cut::at),
                read.map(Observation.Read::asOf));
    }

    /** Those who wrote most first. */
    private static List<String> authors(List<Commit> commits) {
        Map<String, Long> counts = commits.stream()
                .map(Commit::author)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Status status(Optional<Outlook> outlook) {
        if (ahead.snapshot().row().parked().isPresent()) {
            return Status.NO_DATA;
        }
        return outlook.map(o -> Status.worst(Stream.concat(
                                ReleaseNeeds.person(o) ? Stream.of(Status.NEEDS) : Stream.of(Status.READY),
                                o.guard().stream().map(Status::of))
                        .toList()))
                .orElse(Status.NOT_APPLICABLE);
    }

    private String sentence(RepositoryProgress progress, Optional<Outlook> outlook, Status status) {
        Optional<String> parked = ahead.snapshot().row().parked();
        if (parked.isPresent()) {
            return "The record cannot be understood: " + parked.get();
        }
        if (progress.cut().isPresent()) {
            RepositoryProgress.Cut cut = progress.cut().get();
            return "%s was cut from %s by %s."
                    .formatted(cut.branch(), cut.from().brief(), cut.by());
        }
        return outlook.flatMap(o -> obstacle(o).or(() -> finding(o, status)))
                .orElse("Every condition of the cut is met.");
    }

    private Optional<String> obstacle(Outlook outlook) {
        return outlook.inTheWay().stream()
                .filter(r -> !(r instanceof Reason.Observes || r instanceof Reason.UnderWay))
                .findFirst()
                .map(new WayWords(zone)::sentence);
    }

    private Optional<String> finding(Outlook outlook, Status status) {
        FindingWords words = new FindingWords(zone, ahead.now());
        return outlook.guard().stream()
                .filter((Finding f) -> !f.lets() && Status.of(f) == status)
                .findFirst()
                .flatMap(words::why);
    }
}
