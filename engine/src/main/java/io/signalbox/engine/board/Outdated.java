package io.signalbox.engine.board;

import io.signalbox.domain.wording.Amounts;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Cycle;
import io.signalbox.engine.board.Board.Next;
import io.signalbox.engine.board.Board.Section;
import io.signalbox.engine.board.Board.SourceState;
import io.signalbox.engine.board.Board.TrackRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An overview that is shown although it should have been made anew and could not. What it says was so once; whoever reads it, and
 * however little of it, must not take that for the present: nothing is ready or waiting in it, nothing is fresh, nothing certain.
 */
public final class Outdated {
    private Outdated() {}

    /** @param why a sentence for people: what keeps it from being made anew, and what to do */
    public static Board of(Board board, String why) {
        List<Section> sections =
                board.sections().stream().map(Outdated::section).toList();
        List<Cycle> cycles = board.cycles().stream().map(Outdated::cycle).toList();
        return new Board(
                board.app(),
                board.name(),
                board.zone(),
                board.asOf(),
                Optional.of(why),
                board.robot(),
                board.counts().outdated(),
                "Data from %s: whether anything needs you now is not known."
                        .formatted(Amounts.at(board.asOf(), ZoneId.of(board.zone()))),
                board.needs(),
                sections,
                cycles,
                board.next().stream().map(Outdated::next).toList(),
                board.sources().stream().map(Outdated::source).toList(),
                board.departure());
    }

    private static Status status(Status before) {
        return before == Status.NOT_APPLICABLE ? before : before.orWorse(Status.NO_DATA);
    }

    private static Section section(Section section) {
        return new Section(
                section.part(),
                section.releases(),
                section.rows().stream().map(Outdated::row).toList());
    }

    private static TrackRow row(TrackRow row) {
        return new TrackRow(
                row.track(),
                row.version(),
                row.platform(),
                row.title(),
                row.revision(),
                row.stage(),
                row.shown(),
                status(row.status()),
                row.sentence(),
                row.robotLine(),
                row.station(),
                row.progress(),
                row.place(),
                row.since(),
                row.cells().stream().map(Outdated::cell).toList());
    }

    private static Cell cell(Cell cell) {
        return new Cell(cell.column(), status(cell.status()), cell.value(), cell.second(), cell.title(), cell.asOf());
    }

    private static Cycle cycle(Cycle cycle) {
        return new Cycle(
                cycle.version(),
                cycle.repository(),
                status(cycle.status()),
                cycle.sentence(),
                cycle.robotLine(),
                cycle.last(),
                cycle.commits(),
                cycle.people(),
                cycle.authors(),
                cycle.newest(),
                cycle.whole(),
                cycle.due(),
                cycle.branch(),
                cycle.cutAt(),
                cycle.asOf());
    }

    private static Next next(Next next) {
        Next.Certainty certainty = next.certainty() == Next.Certainty.WILL ? Next.Certainty.DEPENDS : next.certainty();
        return new Next(next.at(), next.track(), next.title(), next.text(), next.after(), certainty);
    }

    private static SourceState source(SourceState source) {
        SourceState.State state = source.state() == SourceState.State.FRESH ? SourceState.State.STALE : source.state();
        return new SourceState(source.name(), state, source.asOf(), source.failingSince(), source.message());
    }
}
