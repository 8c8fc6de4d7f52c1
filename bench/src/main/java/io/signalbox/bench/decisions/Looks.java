package io.signalbox.bench.decisions;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Settings;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.SubjectState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The engine's looks at a fleet on some storage: at everything with nothing new, and with every track changing its stage. */
final class Looks {
    private static final String SOURCE = "everything";
    private static final int AT_A_TIME = 8;

    private final Storage storage;
    private final Fleet fleet;
    private final Workers workers;
    private final Engine engine;
    private final AtomicReference<Instant> clock = new AtomicReference<>(Fleet.begin());
    private boolean blocked;

    Looks(Storage storage, Fleet fleet, Workers workers) {
        this.storage = storage;
        this.fleet = fleet;
        this.workers = workers;
        this.engine = new Engine(storage, fleet, fleet, clock::get, System::nanoTime, Settings.standard("bench"));
    }

    /** How many a second, at each repeat. */
    record Rates(List<Double> steady, List<Double> changing, List<Double> readings) {}

    Rates measure(int warmups, int repeats) {
        install();
        Rates rates = new Rates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < warmups + repeats; i++) {
            double readings = hear();
            double changing = change();
            double steady = steady();
            if (i >= warmups) {
                rates.steady().add(steady);
                rates.readings().add(readings);
                rates.changing().add(changing);
            }
        }
        return rates;
    }

    private void install() {
        storage.keepPolicy(fleet.policy());
        for (AppKey app : fleet.apps()) {
            storage.ensureTrain(app, clock.get());
            storage.ensureWatches(app, List.of(SOURCE), clock.get());
            open(app);
        }
        hear();
        lookAtAll();
        hear();
        lookAtAll();
        requireAll(Stage.CANDIDATE);
    }

    /** Arms the Robot for everything, and puts the release and its tracks on record. */
    private void open(AppKey app) {
        if (!(storage.read(Fleet.trainOf(app)).orElseThrow() instanceof Snapshot.OfTrain train)) {
            throw new IllegalStateException("the train of " + app + " is something else");
        }
        List<SubjectState> opened = new ArrayList<>();
        opened.add(new SubjectState.OfRelease(fleet.release(app)));
        fleet.tracks(app).forEach(track -> opened.add(new SubjectState.OfTrack(track)));
        Commit commit = storage.commit(new Change(
                Fleet.trainOf(app),
                train.row().revision(),
                train.row().wakes(),
                Optional.empty(),
                List.of(),
                Optional.of(new SubjectState.OfTrain(train.train().with(Given.armed()))),
                List.of(),
                opened,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(Attention.NONE),
                clock.get(),
                true,
                clock.get()));
        if (!(commit instanceof Commit.Done)) {
            throw new IllegalStateException("could not open a release of " + app + ": " + commit);
        }
    }

    private double steady() {
        Workers.Timed timed = lookAtAll();
        require(timed.count() >= fleet.tracks(), "not every track was looked at");
        return timed.perSecond();
    }

    /** The sources say everything anew, or as before: then it has lasted. */
    private double hear() {
        clock.updateAndGet(at -> at.plus(Duration.ofMinutes(3)));
        Instant at = clock.get();
        return workers.timeEach(fleet.apps(), app -> {
                    List<Observed> observed =
                            Said.of(fleet.app(app).orElseThrow(), Fleet.releaseOf(app), blocked, at).stream()
                                    .map(answer -> new Observed(SOURCE, answer, at))
                                    .toList();
                    storage.observe(app, SOURCE, observed, at, Instant.MAX, 0);
                    return observed.size();
                })
                .perSecond();
    }

    /** A bug comes up everywhere and goes again: every track goes back to BRANCHED, and on to CANDIDATE. */
    private double change() {
        blocked = true;
        hear();
        Workers.Timed back = lookAtAll();
        requireAll(Stage.BRANCHED);
        blocked = false;
        hear();
        lookAtAll();
        hear();
        Workers.Timed on = lookAtAll();
        requireAll(Stage.CANDIDATE);
        return 2 * fleet.tracks() / (back.seconds() + on.seconds());
    }

    private void requireAll(Stage stage) {
        long there = fleet.apps().stream()
                .flatMap(app -> storage.readApp(app).orElseThrow().tracks().stream())
                .filter(of -> of.track().stage() == stage)
                .count();
        require(there == fleet.tracks(), "only %d of %d tracks are %s".formatted(there, fleet.tracks(), stage));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("the benchmark does not measure what it should: " + otherwise);
        }
    }

    private Workers.Timed lookAtAll() {
        clock.updateAndGet(at -> at.plus(Duration.ofSeconds(1)));
        storage.sweep(clock.get());
        return workers.time(this::lookWhileDue);
    }

    /** Claims and looks until nothing is due; says how often it looked. */
    private int lookWhileDue() {
        int looks = 0;
        List<Claim> claims = engine.reconciler().claim(AT_A_TIME);
        while (!claims.isEmpty()) {
            for (Claim claim : claims) {
                engine.reconciler().look(claim);
                looks++;
            }
            claims = engine.reconciler().claim(AT_A_TIME);
        }
        return looks;
    }
}
