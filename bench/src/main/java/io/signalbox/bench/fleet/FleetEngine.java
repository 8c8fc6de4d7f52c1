package io.signalbox.bench.fleet;

import io.signalbox.bench.load.Workers;
import io.signalbox.domain.Given;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.Engine;
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

/**
 * The engine at work on a fleet, at the pace of its caller.
 *
 * @param clock the time that the engine goes by
 */
public record FleetEngine(Engine engine, Fleet fleet, Workers workers, SetClock clock) {
    private static final int AT_A_TIME = 8;

    /** Puts the whole fleet on record, and looks until every track has its candidate. */
    public void begin() {
        storage().keepPolicy(fleet.policy());
        for (AppKey app : fleet.apps()) {
            storage().ensureTrain(app, clock.instant());
            storage().ensureWatches(app, List.of(Fleet.SOURCE), clock.instant());
            open(app);
        }
        goAhead();
    }

    /** Nothing blocks: every track that was BRANCHED becomes a CANDIDATE. Times the looks at which that happens. */
    public Workers.Timed goAhead() {
        hear(false);
        lookAtAll();
        hear(false);
        Workers.Timed timed = lookAtAll();
        requireAll(Stage.CANDIDATE);
        return timed;
    }

    /** A bug comes up everywhere: every CANDIDATE is BRANCHED again. Times the looks at which that happens. */
    public Workers.Timed holdBack() {
        hear(true);
        Workers.Timed timed = lookAtAll();
        requireAll(Stage.BRANCHED);
        return timed;
    }

    /** Three minutes later the sources say everything anew. */
    public Workers.Timed hear(boolean blocked) {
        Instant at = clock.after(Duration.ofMinutes(3));
        return workers.timeEach(fleet.apps(), app -> {
            List<Observed> observed = Said.of(fleet.app(app).orElseThrow(), Fleet.releaseOf(app), blocked, at).stream()
                    .map(answer -> new Observed(Fleet.SOURCE, answer, at))
                    .toList();
            storage().observe(app, Fleet.SOURCE, observed, at, Instant.MAX, 0);
            return observed.size();
        });
    }

    /** Everything is due; looks until nothing is. */
    public Workers.Timed lookAtAll() {
        storage().sweep(clock.after(Duration.ofSeconds(1)));
        Workers.Timed timed = workers.time(this::lookWhileDue);
        require(timed.count() >= fleet.tracks(), "not every track was looked at");
        return timed;
    }

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

    /** Arms the Robot for everything, and puts the release and its tracks on record. */
    private void open(AppKey app) {
        if (!(storage().read(Fleet.trainOf(app)).orElseThrow() instanceof Snapshot.OfTrain train)) {
            throw new IllegalStateException("the train of " + app + " is something else");
        }
        List<SubjectState> opened = new ArrayList<>();
        opened.add(new SubjectState.OfRelease(fleet.release(app)));
        fleet.tracks(app).forEach(track -> opened.add(new SubjectState.OfTrack(track)));
        Commit commit = storage()
                .commit(new Change(
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
                        clock.instant(),
                        true,
                        clock.instant()));
        require(commit instanceof Commit.Done, "a release of " + app + " could not be opened: " + commit);
    }

    private void requireAll(Stage stage) {
        long there = fleet.apps().stream()
                .flatMap(app -> storage().readApp(app).orElseThrow().tracks().stream())
                .filter(of -> of.track().stage() == stage)
                .count();
        require(there == fleet.tracks(), "only %d of %d tracks are %s".formatted(there, fleet.tracks(), stage));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("the benchmark does not measure what it should: " + otherwise);
        }
    }

    private Storage storage() {
        return engine.storage();
    }
}
