package io.signalbox.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.signalbox.domain.Given;
import io.signalbox.domain.calendar.Freeze;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Next.Certainty;
import io.signalbox.engine.board.Board.TrackRow;
import io.signalbox.engine.board.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The overview of an app with tracks before the branch of its release is cut: on Fri 27 Sep 2024 at 09:00 in Stockholm. */
class BeforeTheCutTest {
    private static final Instant CUT = Instant.parse("2024-09-27T07:00:00Z");

    private static Board at(String instant) {
        return new Railway().armed(Move.BUMP, Move.CUT).until(instant).board();
    }

    private static TrackRow upcoming(Board board) {
        return board.sections().stream()
                .flatMap(s -> s.rows().stream())
                .filter(r -> r.version().equals("8.9.2"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCutIsAmongWhatComesWithinADay() {
        assertThat(at("2024-09-26T12:00:00Z").next())
                .containsExactly(new Board.Next(
                        CUT,
                        Given.RELEASE.text(),
                        "Release 8.9.2",
                        "cuts the branch",
                        List.of("a green commit of main"),
                        Certainty.DEPENDS));
        assertThat(at("2024-09-26T06:00:00Z").next()).isEmpty();
    }

    @Test
    void theBumpIsTooWhileItWaitsForTheEndOfAFreeze() {
        Instant end = Instant.parse("2024-09-21T06:00:00Z");
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT);
        railway.policy = frozenUntil(railway.policy, end);
        assertThat(railway.until("2024-09-20T12:00:00Z").board().next())
                .extracting(Board.Next::at, Board.Next::title, Board.Next::text)
                .containsExactly(tuple(end, "Release 8.9.2", "bumps main"));
    }

    private static Policy frozenUntil(Policy policy, Instant end) {
        Freeze freeze = new Freeze(Given.START, end, "moving house");
        MovePolicy bump =
                new MovePolicy(Move.BUMP, Mode.AUTOMATIC, 1, List.of(new Criterion.NoFreeze(List.of(freeze))));
        return with(policy, List.of(bump), policy.track());
    }

    private static Policy watchingWhatIsUpcoming(Policy policy) {
        TrackPolicy track = policy.track();
        List<Criterion> upcoming = List.of(new Criterion.NoOpenQuestion());
        return with(
                policy,
                policy.releaseMoves(),
                new TrackPolicy(track.ladder(), track.moves(), upcoming, track.released(), track.asks()));
    }

    private static Policy with(Policy policy, List<MovePolicy> release, TrackPolicy track) {
        return new Policy(
                policy.name(),
                policy.hash(),
                policy.rings(),
                policy.plan(),
                policy.bounds(),
                policy.patience(),
                policy.carryOver(),
                policy.largeChange(),
                release,
                track,
                policy.tracks());
    }

    @Test
    void noTrackIsReadyBeforeItsBranchIsThereThoughAllThatIsKnownOfItIsGood() {
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT);
        railway.policy = watchingWhatIsUpcoming(railway.policy);
        TrackRow row = upcoming(railway.until("2024-09-21T12:00:00Z").board());
        assertThat(row.cells()).extracting(Cell::status).contains(Status.READY);
        assertThat(row.status()).isEqualTo(Status.WAITING);
        assertThat(row.sentence()).isEqualTo("Cut on Fri 27 Sep 09:00.");
    }

    @Test
    void aCutThatIsLateSaysSo() {
        Railway railway = new Railway().armed(Move.BUMP).until("2024-09-27T12:00:00Z");
        TrackRow row = upcoming(railway.board());
        assertThat(row.status()).isEqualTo(Status.WAITING);
        assertThat(row.sentence()).isEqualTo("The cut was due on Fri 27 Sep 09:00.");
    }
}
