package io.signalbox.bench.fleet;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the sources of one app say at an instant: a branch that is cut and built, tests green, a healthy beta. */
public final class Said {
    private static final CommitId HEAD = Given.commit('b');
    private static final Instant BUILT = Given.NOW.minus(Duration.ofDays(2));

    private Said() {}

    /** @param blocked whether the tracker names an open bug that blocks every track */
    public static List<Answer> of(App app, ReleaseId release, boolean blocked, Instant at) {
        List<Answer> answers = new ArrayList<>();
        say(answers, release, SignalKind.REPOSITORY, Given.REPOSITORY.value(), repository(), at);
        for (Platform platform : app.platforms()) {
            TrackId track = new TrackId(app.key(), release.version(), platform.key());
            say(answers, track, SignalKind.BUILDS, "", builds(platform), at);
            say(answers, track, SignalKind.BUGS, "", bugs(blocked), at);
            say(answers, track, SignalKind.HEALTH, Given.BETA.value(), health(at), at);
            for (Destination destination : platform.destinations()) {
                say(answers, track, SignalKind.STORE, destination.key().value(), notSent(), at);
            }
        }
        return answers;
    }

    private static void say(
            List<Answer> answers, SubjectId about, SignalKind kind, String scope, Reading reading, Instant at) {
        answers.add(new Answer.Said(new Topic(about, new SignalKey(kind, scope)), reading, at, Optional.empty()));
    }

    private static Reading repository() {
        RepositoryReading.Line main = new RepositoryReading.Line("main", HEAD, HEAD, List.of(), true);
        RepositoryReading.Line branch = new RepositoryReading.Line("release/8.9.2", HEAD, HEAD, List.of(), true);
        return new RepositoryReading(main, Optional.of(Given.VERSION), Optional.of(branch), false, Optional.empty());
    }

    private static Reading builds(Platform platform) {
        Check passed = new Check(CheckState.PASSED, Optional.of(BUILT), "4,812 run", Optional.empty());
        List<Build.Artifact> artifacts = platform.destinations().stream()
                .map(d -> new Build.Artifact(d.artifact(), Given.BUILD, "sha256:" + "0".repeat(64)))
                .toList();
        return new BuildsReading(
                List.of(new Build(HEAD, BUILT, Optional.of(Given.BUILD), passed, passed, passed, passed, artifacts)));
    }

    private static Reading bugs(boolean blocked) {
        BugsReading.Bug bug = new BugsReading.Bug(
                "APP-4102",
                "Crash when a playlist is opened offline",
                true,
                BUILT,
                Optional.empty(),
                Optional.of("Highest"),
                Optional.of("playback"),
                Optional.empty());
        return new BugsReading(blocked ? List.of(bug) : List.of());
    }

    private static Reading health(Instant at) {
        HealthReading.Use use = new HealthReading.Use(64_000, 70);
        return new HealthReading(
                at.minus(Duration.ofDays(1)),
                at,
                use,
                List.of(new HealthReading.BuildUse(Given.BUILD, use)),
                List.of(),
                Optional.empty());
    }

    private static Reading notSent() {
        return new StoreReading(new StoreReading.NotSent(), Optional.<BuildNumber>empty(), false);
    }
}
