package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Cell.Column;
import io.signalbox.engine.board.Board.TrackRow;
import io.signalbox.engine.board.BoardBuilder;
import io.signalbox.engine.board.Outdated;
import io.signalbox.engine.board.Status;
import io.signalbox.engine.board.TrackPage;
import io.signalbox.engine.board.TrackPage.Condition;
import io.signalbox.engine.board.TrackPages;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What pages say, on many days on which everything goes wrong, hangs together. On every other day the stores fail for good. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTest {
    private static final int SEEDS = 8;
    private static final int SECOND_LINE = 15;

    /** Read once for all tests. */
    private final List<Look> looks = LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(BoardTest::day)
            .flatMap(List::stream)
            .toList();

    /** What there was to be seen at an instant: the overview, and each track's page with what it was made from. */
    private record Look(Board board, List<Track> tracks) {}

    private record Track(Snapshot.OfTrack snapshot, TrackPage page) {}

    private static List<Look> day(long seed) {
        List<Look> looks = new ArrayList<>();
        Sabotage sabotage = seed % 2 == 0
                ? storesGone(SimPlan.START.plus(Duration.ofHours(3).plus(Duration.ofMinutes(45 * seed))))
                : Sabotage.NONE;
        Simulation.read(
                new Simulation.Setup(seed, Aim.LIVENESS).with(sabotage),
                Duration.ofMinutes(10),
                (snapshot, pictures, now) -> looks.add(look(snapshot, pictures, now)));
        return looks;
    }

    private static Sabotage storesGone(Instant from) {
        return new Sabotage() {
            @Override
            public Source source(Source source) {
                return source.kinds().contains(SignalKind.STORE) ? new FailingSource(source, from) : source;
            }
        };
    }

    private static Look look(AppSnapshot snapshot, Pictures pictures, Instant now) {
        TrackPages pages = new TrackPages(pictures);
        return new Look(
                new BoardBuilder(pictures).build(snapshot, now),
                snapshot.tracks().stream()
                        .map(t -> new Track(t, pages.page(t, List.of(), Scene.MANAGER, now)))
                        .toList());
    }

    @Test
    void theCountsAddUpToTheTracks() {
        everyBoard(board -> {
            List<TrackRow> rows = rows(board);
            Board.Counts counts = board.counts();
            assertThat(counts.needs() + counts.noData() + counts.waiting() + counts.ready() + counts.notApplicable())
                    .isEqualTo(rows.size());
            assertThat(counts.needs()).isEqualTo(tracks(rows, Status.NEEDS).size());
        });
    }

    @Test
    void whatNeedsSomebodySaysWhat() {
        everyBoard(board -> {
            Set<String> said =
                    new TreeSet<>(board.needs().stream().map(Board.Need::track).toList());
            assertThat(said).as("needs at %s", board.asOf()).isEqualTo(tracks(rows(board), Status.NEEDS));
        });
    }

    @Test
    void aRowIsNeverBetterThanItsCells() {
        everyBoard(board -> rows(board).forEach(row -> {
            Status worst = row.cells().stream()
                    .map(Cell::status)
                    .min(Status::compareTo)
                    .orElseThrow();
            assertThat(row.status())
                    .as("%s at %s: %s", row.track(), board.asOf(), row)
                    .isLessThanOrEqualTo(worst);
        }));
    }

    @Test
    @Requirement("R41")
    void aCellIsNeverBetterThanWhatWasFoundForIt() {
        everyRow((track, row) -> conditions(track.page()).forEach(found -> {
            Cell cell = cell(row, column(found.key()));
            if (found.status() != Status.READY) {
                assertThat(cell.status())
                        .as(
                                "%s at %s: %s stands for %s",
                                row.track(), track.page().asOf(), cell, found)
                        .isLessThanOrEqualTo(found.status());
            }
        }));
    }

    @Test
    @Requirement("R41")
    void noCellIsReadyWhileSomethingOfItIsUnknown() {
        everyRow((track, row) -> conditions(track.page())
                .filter(BoardTest::isUnknown)
                .forEach(found -> assertThat(cell(row, column(found.key())).status())
                        .as("%s at %s: %s", row.track(), track.page().asOf(), found)
                        .isNotEqualTo(Status.READY)));
    }

    @Test
    @Requirement("R41")
    void nothingOfAStoreThatIsNotSeenIsReady() {
        Set<Stage> unseen = EnumSet.noneOf(Stage.class);
        everyRow((track, row) -> {
            if (row.stage().atLeast(Stage.SUBMITTED)
                    && !seen(track.snapshot(), track.page().asOf())) {
                unseen.add(row.stage());
                assertThat(row.status()).isIn(Status.NEEDS, Status.NO_DATA);
                assertThat(cell(row, Column.REVIEW).status())
                        .as("%s at %s: %s", row.track(), track.page().asOf(), row)
                        .isIn(Status.NEEDS, Status.NO_DATA);
                assertThat(cell(row, Column.ROLLOUT).status())
                        .as("%s at %s: %s", row.track(), track.page().asOf(), row)
                        .isNotEqualTo(Status.READY);
            }
        });
        assertThat(unseen)
                .as("stores failed at every stage")
                .containsExactlyInAnyOrder(Stage.SUBMITTED, Stage.ROLLING_OUT, Stage.RELEASED);
    }

    @Test
    @Requirement("R41")
    void anOutdatedOverviewHasNothingReadyNorFresh() {
        everyBoard(board -> {
            Board outdated = Outdated.of(board, "The database is away.");
            assertThat(rows(outdated)).allSatisfy(row -> {
                assertThat(row.status()).isIn(Status.NEEDS, Status.NO_DATA, Status.NOT_APPLICABLE);
                assertThat(row.cells())
                        .extracting(Cell::status)
                        .isSubsetOf(Status.NEEDS, Status.NO_DATA, Status.NOT_APPLICABLE);
            });
            assertThat(outdated.counts().ready() + outdated.counts().waiting()).isZero();
            assertThat(tracks(rows(outdated), Status.NEEDS)).isEqualTo(tracks(rows(board), Status.NEEDS));
            assertThat(outdated.sources()).noneMatch(s -> s.state() == Board.SourceState.State.FRESH);
            assertThat(outdated.next()).noneMatch(n -> n.certainty() == Board.Next.Certainty.WILL);
        });
    }

    @Test
    void everyRowHasASentenceAndEveryCellItsLength() {
        everyBoard(board -> rows(board).forEach(row -> {
            assertThat(row.sentence()).isNotBlank();
            assertThat(row.cells()).hasSize(Column.values().length).allSatisfy(cell -> {
                assertThat(cell.value()).isNotBlank();
                assertThat(cell.second().length()).as(cell.second()).isLessThanOrEqualTo(SECOND_LINE);
            });
        }));
    }

    /** Where people look for a criterion; told here once more, apart from the code that is tested. */
    private static Column column(String criterion) {
        return switch (criterion) {
            case "no-open-blockers", "no-open-question" -> Column.BLOCKERS;
            case "newest-commit-built", "only-approved-commits" -> Column.BUILD;
            case "tests-green" -> Column.TESTS;
            case "signed-off" -> Column.SIGN_OFFS;
            case "crash-rate-beta", "crash-rate-production" -> Column.CRASHES;
            case "store-seen", "store-approved", "not-before-submission" -> Column.REVIEW;
            case "soaked", "no-other-version", "check-compliance" -> Column.ROLLOUT;
            default -> throw new AssertionError("no signal for " + criterion);
        };
    }

    private static Stream<Condition> conditions(TrackPage page) {
        return Stream.concat(page.moves().stream().flatMap(m -> m.conditions().stream()), page.watched().stream());
    }

    private static boolean isUnknown(Condition condition) {
        return Set.of("MISSING", "STALE", "ERROR").contains(condition.verdict())
                && condition.accepted().isEmpty();
    }

    /** Whether the one store of the track has answered, and not too long ago. */
    private static boolean seen(Snapshot.OfTrack track, Instant now) {
        Duration bound = SimPlan.policy().bounds().of(SignalKind.STORE);
        return track.signals().all().stream()
                .filter(s -> s.key().kind() == SignalKind.STORE)
                .map(Signal::latest)
                .anyMatch(l -> l instanceof Observation.Read read
                        && now.isBefore(read.asOf().plus(bound)));
    }

    private static Cell cell(TrackRow row, Column column) {
        return row.cells().stream()
                .filter(c -> c.column() == column)
                .findFirst()
                .orElseThrow();
    }

    private void everyBoard(Consumer<Board> claim) {
        assertThat(looks.size()).isGreaterThan(SEEDS);
        looks.stream().map(Look::board).forEach(claim);
    }

    /** Each row of each overview with its track. */
    private void everyRow(BiConsumer<Track, TrackRow> claim) {
        assertThat(looks.size()).isGreaterThan(SEEDS);
        for (Look look : looks) {
            for (TrackRow row : rows(look.board())) {
                Track track = look.tracks().stream()
                        .filter(t -> t.snapshot().track().id().text().equals(row.track()))
                        .findFirst()
                        .orElseThrow();
                claim.accept(track, row);
            }
        }
    }

    private static List<TrackRow> rows(Board board) {
        return board.sections().stream().flatMap(s -> s.rows().stream()).toList();
    }

    private static Set<String> tracks(List<TrackRow> rows, Status status) {
        return new TreeSet<>(rows.stream()
                .filter(r -> r.status() == status)
                .map(TrackRow::track)
                .toList());
    }
}
