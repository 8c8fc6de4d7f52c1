package io.signalbox.testkit.engine;

import static io.signalbox.testkit.engine.Railway.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.engine.command.Handled;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.testkit.storage.ChangeOf;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Commands that come twice, late, or under another's name. */
class CommandsTest {
    private static final Command ARM = new Command.Arm(Move.BUMP, Mode.AUTOMATIC, "trusted");

    private static Railway begun() {
        return new Railway().until("2024-09-20T07:05:00Z");
    }

    private static long revision(Railway railway) {
        return railway.storage.read(TRAIN).orElseThrow().row().revision();
    }

    @Test
    void aRepeatChangesNothingAndGetsTheSameAnswerEvenWithTheRevisionItWasFirstSentWith() {
        Railway railway = begun();
        Optional<Long> seen = Optional.of(revision(railway));
        assertThat(railway.give("k", TRAIN, seen, ARM)).isInstanceOf(Handled.Accepted.class);
        long after = revision(railway);
        assertThat(railway.give("k", TRAIN, seen, ARM)).isEqualTo(new Handled.Accepted(after));
        assertThat(revision(railway)).isEqualTo(after);
    }

    @Test
    void anotherCommandUnderAnIdThatWasUsedIsNotTakenForDone() {
        Railway railway = begun();
        railway.give("k", Given.TRACK, Optional.empty(), new Command.WritePackage(List.of(), List.of()));
        railway.give("k", Given.TRACK, Optional.empty(), new Command.Pause(""));
        assertThat(railway.track(Given.TRACK).said().stopped()).isTrue();
    }

    @Test
    void whatWasDecidedOnAnOldPictureIsRefused() {
        Railway railway = begun();
        Optional<Long> seen = Optional.of(revision(railway));
        railway.give("k1", TRAIN, seen, ARM);
        assertThat(railway.give("k2", TRAIN, seen, ARM)).isInstanceOf(Handled.Stale.class);
    }

    @Test
    @Requirement("R68")
    void aStopIsTakenWhateverItsGiverSaw() {
        Railway railway = begun();
        assertThat(railway.give("k", Given.TRACK, Optional.of(-1L), new Command.Pause("")))
                .isInstanceOf(Handled.Accepted.class);
    }

    @Test
    @Requirement("R68")
    void aStopIsTakenHoweverOftenTheTrainMovesInTheMeantime() {
        Railway railway = begun();
        AtomicInteger moves = new AtomicInteger();
        railway.restartOver(real -> new ForwardingStorage(real) {
            @Override
            public Commit commit(Change change) {
                if (change.subject().equals(Given.TRACK)) {
                    Snapshot.Row train = real.read(TRAIN).orElseThrow().row();
                    ChangeOf move = ChangeOf.subject(TRAIN, train.revision(), railway.time.instant());
                    assertThat(real.commit(move.noting("moves").made())).isInstanceOf(Commit.Done.class);
                    moves.incrementAndGet();
                }
                return real.commit(change);
            }
        });
        assertThat(railway.give(Given.TRACK, new Command.Pause(""))).isInstanceOf(Handled.Accepted.class);
        assertThat(moves).hasValue(1);
        assertThat(railway.give(Given.TRACK, new Command.Resume("again")))
                .as("what lets something go on relies on the switches that were read")
                .isInstanceOf(Handled.Busy.class);
    }
}
