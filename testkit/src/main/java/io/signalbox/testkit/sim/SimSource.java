package io.signalbox.testkit.sim;

import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.MainChecksReading;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One source of the simulated world; it may be down, or frozen: answering, with the data and the time of long ago. */
final class SimSource implements Source {
    private final String name;
    private final Set<SignalKind> kinds;
    private final SimWorld world;
    private final InstantSource clock;
    private final TreeMap<String, Answer> lastSaid = new TreeMap<>();

    SimSource(String name, Set<SignalKind> kinds, SimWorld world, InstantSource clock) {
        this.name = name;
        this.kinds = kinds;
        this.world = world;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<SignalKind> kinds() {
        return kinds;
    }

    @Override
    public List<Topic> topics(Interest interest) {
        List<Topic> topics = new ArrayList<>();
        interest.releases().forEach(release -> {
            release(topics, release.id(), SignalKind.REPOSITORY);
            release(topics, release.id(), SignalKind.MAIN_CHECKS);
        });
        for (Interest.Pursued pursued : interest.tracks()) {
            TrackId track = pursued.track().id();
            track(topics, track, SignalKind.BUILDS, "");
            track(topics, track, SignalKind.BUGS, "");
            track(topics, track, SignalKind.HEALTH, SimPlan.BETA.value());
            track(topics, track, SignalKind.HEALTH, SimPlan.PRODUCTION.value());
            track(topics, track, SignalKind.STORE, track.platform() + "-store");
        }
        return topics;
    }

    private void release(List<Topic> topics, ReleaseId release, SignalKind kind) {
        if (kinds.contains(kind)) {
            topics.add(new Topic(release, new SignalKey(kind, SimPlan.REPOSITORY.value())));
        }
    }

    private void track(List<Topic> topics, TrackId track, SignalKind kind, String scope) {
        if (kinds.contains(kind)) {
            topics.add(new Topic(track, new SignalKey(kind, scope)));
        }
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        if (world.sourcesDown.contains(name)) {
            throw new SourceFailure(new Failure(Failure.Kind.UNREACHABLE, "no answer in 10 s"));
        }
        List<Answer> answers = new ArrayList<>();
        for (Topic topic : topics) {
            Answer answer = world.sourcesFrozen.containsKey(name)
                    ? lastSaid.getOrDefault(
                            text(topic), new Answer.Failed(topic, new Failure(Failure.Kind.NONSENSE, "empty")))
                    : new Answer.Said(topic, reading(topic, interest), clock.instant(), Optional.empty());
            lastSaid.put(text(topic), answer);
            answers.add(answer);
        }
        return answers;
    }

    private static String text(Topic topic) {
        return topic.about() + " " + topic.key();
    }

    private Reading reading(Topic topic, Interest interest) {
        return switch (topic.key().kind()) {
            case REPOSITORY -> repository((ReleaseId) topic.about());
            case MAIN_CHECKS -> mainChecks();
            case BUILDS -> builds((TrackId) topic.about());
            case BUGS -> bugs((TrackId) topic.about());
            case HEALTH ->
                health((TrackId) topic.about(), new RingKey(topic.key().scope()), interest);
            case STORE ->
                world.store((TrackId) topic.about(), topic.key().scope()).reading();
            case CHECK -> throw new IllegalStateException("checks are reported, not asked for");
        };
    }

    private static String branch(ReleaseId release) {
        return "release/" + release.version();
    }

    private RepositoryReading repository(ReleaseId release) {
        return new RepositoryReading(
                world.repository.main(),
                Optional.of(world.repository.version()),
                world.repository.branch(branch(release)),
                world.repository.tagged("v" + release.version()),
                Optional.empty());
    }

    private MainChecksReading mainChecks() {
        var head = world.repository.newestOnMain();
        return new MainChecksReading(
                List.of(new MainChecksReading.MainCommit(head.id(), head.at(), passed(head.at()))));
    }

    private static Check passed(Instant at) {
        return new Check(CheckState.PASSED, Optional.of(at), "", Optional.empty());
    }

    /** Built ten minutes after the commit, under the version's next number. */
    private BuildsReading builds(TrackId track) {
        Optional<Line> branch = world.repository.branch(branch(track.release()));
        if (branch.isEmpty()) {
            return new BuildsReading(List.of());
        }
        CommitId head = branch.get().head();
        Instant at = branch.get().commits().isEmpty()
                ? clock.instant().minusSeconds(3600)
                : branch.get().commits().getFirst().at();
        int ordinal = branch.get().commits().size();
        boolean done = !clock.instant().isBefore(at.plusSeconds(600));
        Check step = done
                ? passed(at.plusSeconds(600))
                : new Check(CheckState.RUNNING, Optional.of(at), "", Optional.empty());
        boolean fails = world.health(track).testsFail && !head.equals(world.health(track).fixed);
        Check tests =
                done && fails ? new Check(CheckState.FAILED, Optional.of(at), "1 failed", Optional.empty()) : step;
        BuildNumber number = number(track, ordinal);
        ArtifactSlot slot = new ArtifactSlot(track.platform().value());
        List<Build.Artifact> artifacts =
                done ? List.of(new Build.Artifact(slot, number, "sha256:" + "1".repeat(64))) : List.of();
        Optional<BuildNumber> known = done ? Optional.of(number) : Optional.empty();
        return new BuildsReading(List.of(new Build(head, at, known, step, tests, step, step, artifacts)));
    }

    private static BuildNumber number(TrackId track, int ordinal) {
        return new BuildNumber(
                SimPlan.APP.numbers(track.platform()).first(track.version()).orElseThrow() + ordinal);
    }

    private BugsReading bugs(TrackId track) {
        SimWorld.Health health = world.health(track);
        List<BugsReading.Bug> bugs = new ArrayList<>();
        for (int i = 1; i <= health.bugs; i++) {
            boolean open = i == health.bugs && health.bugOpen;
            bugs.add(new BugsReading.Bug(
                    key(track, i),
                    "Crash",
                    open,
                    SimPlan.START,
                    open ? Optional.empty() : Optional.of(SimPlan.START),
                    Optional.of("High"),
                    Optional.of("search"),
                    Optional.empty()));
        }
        return new BugsReading(bugs);
    }

    static String key(TrackId track, int number) {
        return "%s-%d".formatted(track.platform().value().toUpperCase(java.util.Locale.ROOT), number);
    }

    private HealthReading health(TrackId id, RingKey ring, Interest interest) {
        SimWorld.Health health = world.health(id);
        boolean production = ring.equals(SimPlan.PRODUCTION);
        SimStore store = world.store(id, id.platform() + "-store");
        long sessions = production ? store.running(clock.instant()).toMinutes() * 20 : 5000;
        long crashed = (health.crashing ? 10 : 1) * sessions / 1000;
        Optional<BuildNumber> build = interest.tracks().stream()
                .map(Interest.Pursued::track)
                .filter(t -> t.id().equals(id))
                .map(Track::candidate)
                .flatMap(Optional::stream)
                .map(c -> c.build())
                .findFirst();
        HealthReading.Use use = new HealthReading.Use(sessions, crashed);
        List<HealthReading.CountryCrashes> countries = health.regional && production
                ? List.of(new HealthReading.CountryCrashes("ID", 60), new HealthReading.CountryCrashes("SE", 2))
                : List.of();
        return new HealthReading(
                clock.instant().minusSeconds(86_400),
                clock.instant(),
                use,
                build.map(b -> List.of(new HealthReading.BuildUse(b, use))).orElse(List.of()),
                countries,
                Optional.empty());
    }

    /** What a call does to the repository. */
    static Optional<Boolean> change(SimWorld world, Effect.InRepository effect, Instant now) {
        return switch (effect) {
            case Effect.Bump bump -> Optional.of(world.repository.bump(bump.version(), now));
            case Effect.CutBranch cut -> world.repository.cut(cut.branch(), cut.from());
            case Effect.Tag tag -> Optional.of(world.repository.tag(tag.tag()));
        };
    }
}
