package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.Board.TrackRow;
import io.signalbox.engine.board.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the overview says, on many days on which everything goes wrong, hangs together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTest {
    private static final int SEEDS = 8;
    private static final int SECOND_LINE = 15;

    /** Read once for all tests. */
    private final List<Board> boards = LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(BoardTest::day)
            .flatMap(List::stream)
            .toList();

    private static List<Board> day(long seed) {
        List<Board> boards = new ArrayList<>();
        Simulation.read(seed, Duration.ofMinutes(20), boards::add);
        return boards;
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
                    .map(Board.Cell::status)
                    .min(Status::compareTo)
                    .orElseThrow();
            assertThat(row.status())
                    .as("%s at %s: %s", row.track(), board.asOf(), row)
                    .isLessThanOrEqualTo(worst);
        }));
    }

    @Test
    void everyRowHasASentenceAndEveryCellItsLength() {
        everyBoard(board -> rows(board).forEach(row -> {
            assertThat(row.sentence()).isNotBlank();
            assertThat(row.cells()).hasSize(Board.Cell.Column.values().length).allSatisfy(cell -> {
                assertThat(cell.value()).isNotBlank();
                assertThat(cell.second().length()).as(cell.second()).isLessThanOrEqualTo(SECOND_LINE);
            });
        }));
    }

    private void everyBoard(Consumer<Board> claim) {
        assertThat(boards.size()).isGreaterThan(SEEDS);
        boards.forEach(claim);
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
