package io.signalbox.testkit.sim;

import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.Engine;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.send.Call;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.WatchClaim;
import io.signalbox.engine.watch.Asking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One process: takes turns, and between the steps of anything it may be slow or die. What it held in its hands is then lost. */
final class SimReplica {
    private final Supplier<Engine> anew;
    private final SimFaults faults;
    private final BiConsumer<Duration, Runnable> later;
    private final Consumer<SubjectId> pause;
    private Engine engine;
    private int life;

    /**
     * @param anew starts the process again
     * @param later runs something after a while
     * @param pause has somebody pause a track
     */
    SimReplica(
            Supplier<Engine> anew, SimFaults faults, BiConsumer<Duration, Runnable> later, Consumer<SubjectId> pause) {
        this.anew = anew;
        this.engine = started();
        this.faults = faults;
        this.later = later;
        this.pause = pause;
    }

    private Engine started() {
        Engine fresh = anew.get();
        fresh.start();
        return fresh;
    }

    private void die() {
        life++;
        engine = started();
    }

    /** Does what is due. */
    void turn() {
        alive(() -> {
            for (Claim claim : engine.reconciler().claim(8)) {
                engine.reconciler().look(claim).forEach(this::begin);
            }
            for (WatchClaim claim : engine.watcher().claim(3, Duration.ofMinutes(1))) {
                engine.watcher().begin(claim).ifPresent(asking -> soon(Duration.ofSeconds(2), () -> ask(asking)));
            }
        });
    }

    void maybeCrash() {
        if (faults.once(Fault.CRASH, 2)) {
            die();
        }
    }

    private void alive(Runnable step) {
        try {
            step.run();
        } catch (Died e) {
            die();
        }
    }

    private void begin(ActionId action) {
        soon(Duration.ofSeconds(faults.once(Fault.SLOW, 10) ? 40 : 1), () -> {
            Optional<Call> call = engine.sender().begin(action);
            call.ifPresent(this::leave);
        });
    }

    /** Between the mark and the call a process may be slow, and somebody may pause just then. */
    private void leave(Call call) {
        soon(Duration.ofMillis(faults.once(Fault.SLOW, 10) ? 20_000 : 500), () -> perform(call));
        if (faults.once(Fault.PAUSE_RACE, 8)) {
            later.accept(
                    faults.upTo(Duration.ofSeconds(2)),
                    () -> pause.accept(call.action().id().subject()));
        }
    }

    private void perform(Call call) {
        Reply reply = engine.sender().perform(call);
        soon(
                Duration.ofSeconds(faults.once(Fault.SLOW, 10) ? 90 : 3),
                () -> engine.sender().finish(call, reply));
    }

    private void ask(Asking asking) {
        List<Answer> answers = engine.watcher().ask(asking);
        soon(
                Duration.ofSeconds(faults.once(Fault.SLOW, 8) ? 300 : 3),
                () -> engine.watcher().finish(asking, answers));
    }

    /** Does something after a while, if this life still lasts then. */
    private void soon(Duration atMost, Runnable what) {
        int now = life;
        later.accept(faults.upTo(atMost), () -> {
            if (now == life) {
                alive(what);
            }
        });
    }
}
