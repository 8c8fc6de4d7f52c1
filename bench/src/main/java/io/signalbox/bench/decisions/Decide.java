package io.signalbox.bench.decisions;

import io.signalbox.bench.fleet.Fleet;
import io.signalbox.bench.fleet.Said;
import io.signalbox.bench.table.Figure;
import io.signalbox.domain.Given;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.source.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The pure decision alone, in one thread: a track that waits for its submission, all of whose criteria are judged. */
@State(Scope.Thread)
public class Decide {
    private static final Instant NOW = Fleet.begin().plus(Duration.ofMinutes(3));

    private final TrackPicture picture = waiting();

    /** Fails if the picture has come to mean something else than a track that waits. */
    @Setup
    public void mustWait() {
        Decision<Track> decision = TrackRobot.decide(picture, NOW);
        if (!decision.actions().isEmpty() || decision.outlooks().isEmpty()) {
            throw new IllegalStateException("the benchmark does not measure what it should: " + decision);
        }
    }

    @Benchmark
    public Decision<Track> decide() {
        return TrackRobot.decide(picture, NOW);
    }

    /** Looked at when the sources had spoken once, and again when nothing had spoken against it for three minutes. */
    private static TrackPicture waiting() {
        Fleet fleet = new Fleet(1);
        AppKey key = fleet.apps().getFirst();
        Track upcoming = fleet.tracks(key).getFirst();
        Track branched = TrackRobot.decide(picture(fleet, key, Fleet.begin()).with(upcoming), Fleet.begin())
                .next();
        TrackPicture later = picture(fleet, key, NOW);
        Track candidate = TrackRobot.decide(later.with(branched), NOW).next();
        if (candidate.stage() != Stage.CANDIDATE) {
            throw new IllegalStateException("the benchmark does not measure what it should: " + candidate);
        }
        return later.with(candidate);
    }

    private static TrackPicture picture(Fleet fleet, AppKey key, Instant at) {
        App app = fleet.app(key).orElseThrow();
        List<Signal> signals = new ArrayList<>();
        for (Answer answer : Said.of(app, Fleet.releaseOf(key), false, at)) {
            if (answer instanceof Answer.Said said) {
                signals.add(new Signal(
                        said.topic().about(),
                        said.topic().key(),
                        "source",
                        Observation.Read.first(said.reading(), at, at, said.link())));
            }
        }
        return new TrackPicture(
                app,
                fleet.policy(),
                fleet.tracks(key).getFirst(),
                fleet.release(key),
                Given.armed(),
                new Signals(signals),
                List.of(),
                List.of());
    }

    static Figure measure(int repeats) {
        try {
            RunResult result = new Runner(new OptionsBuilder()
                            .include("\\.Decide\\.decide$")
                            .forks(1)
                            .warmupIterations(5)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(repeats)
                            .measurementTime(TimeValue.seconds(1))
                            .timeUnit(TimeUnit.SECONDS)
                            .shouldFailOnError(true)
                            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .runSingle();
            List<Double> scores = result.getBenchmarkResults().stream()
                    .flatMap(b -> b.getIterationResults().stream())
                    .map(i -> i.getPrimaryResult().getScore())
                    .toList();
            return Figure.of("bare decide, one thread", "/s", scores);
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
