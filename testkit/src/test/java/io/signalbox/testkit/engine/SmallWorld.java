package io.signalbox.testkit.engine;

import io.signalbox.domain.Given;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.MainChecksReading;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A repository, its CI and a store, all in one place and obedient. Tests make them fail by changing the reply. */
final class SmallWorld implements Source, Performer {
    private final InstantSource clock;
    private final List<Commit> main = new ArrayList<>();
    private final Map<String, CommitId> branches = new TreeMap<>();
    private final Map<TrackId, StoreReading.Live> live = new TreeMap<>();
    private final Set<CommitId> red = new HashSet<>();
    private Version version;

    /** What took effect, in order: {@code bump 8.9.2}. */
    final List<String> effects = new ArrayList<>();

    /** What it was asked, in order. */
    final List<Topic> asked = new ArrayList<>();

    /** What becomes of the replies to calls that took effect. */
    UnaryOperator<Reply> reply = UnaryOperator.identity();

    /** The release that was before the first one here. */
    Optional<RepositoryReading.Earlier> earlier = Optional.empty();

    /** The releases that are tagged. */
    final Set<Version> tagged = new HashSet<>();

    /** Whether it can say what it can be asked. */
    boolean confused;

    /** Whether calls reach their place at all. */
    boolean reachable = true;

    SmallWorld(InstantSource clock, Version version) {
        this.clock = clock;
        this.version = version;
        merge("First");
    }

    CommitId merge(String subject) {
        CommitId id = new CommitId("%040x".formatted(main.size() + 1));
        main.add(new Commit(id, "Mei", clock.instant(), subject, List.of(), List.of("a"), true, 10, Optional.empty()));
        return id;
    }

    void turnRed(CommitId commit) {
        red.add(commit);
    }

    Version version() {
        return version;
    }

    Map<String, CommitId> branches() {
        return branches;
    }

    @Override
    public String name() {
        return "world";
    }

    @Override
    public Set<SignalKind> kinds() {
        return Set.of(SignalKind.REPOSITORY, SignalKind.MAIN_CHECKS, SignalKind.BUILDS, SignalKind.STORE);
    }

    @Override
    public List<Topic> topics(Interest interest) {
        if (confused) {
            throw new IllegalStateException("no idea");
        }
        List<Topic> topics = new ArrayList<>();
        String repository = Given.REPOSITORY.value();
        interest.releases().forEach(r -> {
            topics.add(new Topic(r.id(), new SignalKey(SignalKind.REPOSITORY, repository)));
            topics.add(new Topic(r.id(), new SignalKey(SignalKind.MAIN_CHECKS, repository)));
        });
        interest.tracks().forEach(t -> {
            topics.add(new Topic(t.track().id(), SignalKey.of(SignalKind.BUILDS)));
            topics.add(new Topic(t.track().id(), new SignalKey(SignalKind.STORE, Given.STORE.value())));
        });
        return topics;
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) {
        asked.addAll(topics);
        return topics.stream()
                .<Answer>map(t -> new Answer.Said(t, reading(t), clock.instant(), Optional.empty()))
                .toList();
    }

    private Reading reading(Topic topic) {
        return switch (topic.key().kind()) {
            case REPOSITORY -> repository((ReleaseId) topic.about());
            case MAIN_CHECKS -> checks();
            case BUILDS -> builds((TrackId) topic.about());
            case STORE -> store((TrackId) topic.about());
            case BUGS, HEALTH, CHECK -> throw new IllegalStateException("not told here");
        };
    }

    private RepositoryReading repository(ReleaseId release) {
        List<Commit> newestFirst = main.reversed();
        Line line = new Line(
                "main",
                newestFirst.getFirst().id(),
                main.getFirst().id(),
                newestFirst.subList(0, main.size() - 1),
                true);
        String name = branch(release.version());
        Optional<Line> branch =
                Optional.ofNullable(branches.get(name)).map(from -> new Line(name, from, from, List.of(), true));
        return new RepositoryReading(line, Optional.of(version), branch, tagged.contains(release.version()), earlier);
    }

    private static String branch(Version version) {
        return "release/" + version;
    }

    private MainChecksReading checks() {
        return new MainChecksReading(main.reversed().stream()
                .map(c -> new MainChecksReading.MainCommit(
                        c.id(), c.at(), check(red.contains(c.id()) ? CheckState.FAILED : CheckState.PASSED)))
                .toList());
    }

    private Check check(CheckState state) {
        return new Check(state, Optional.of(clock.instant()), "", Optional.empty());
    }

    private BuildsReading builds(TrackId track) {
        return new BuildsReading(Optional.ofNullable(branches.get(branch(track.version())))
                .map(head -> List.of(build(track, head)))
                .orElse(List.of()));
    }

    private Build build(TrackId track, CommitId head) {
        Check passed = new Check(CheckState.PASSED, Optional.empty(), "", Optional.empty());
        BuildNumber number = number(track);
        return new Build(
                head,
                main.getFirst().at(),
                Optional.of(number),
                passed,
                passed,
                passed,
                passed,
                List.of(new Build.Artifact(Given.SLOT, number, "sha256:" + "0".repeat(64))));
    }

    private static BuildNumber number(TrackId track) {
        return new BuildNumber(NumberScheme.standard().first(track.version()).orElseThrow());
    }

    private StoreReading store(TrackId track) {
        return Optional.ofNullable(live.get(track))
                .map(l -> new StoreReading(l, Optional.of(number(track)), false))
                .orElse(new StoreReading(new StoreReading.NotSent(), Optional.empty(), false));
    }

    @Override
    public Reply perform(Action action, Duration within) {
        if (reachable) {
            take(action);
        }
        return reply.apply(new Reply.Accepted("done"));
    }

    private void take(Action action) {
        switch (action.effect()) {
            case Effect.Bump bump -> {
                version = bump.version();
                merge("Begin " + version);
                effects.add("bump " + version);
            }
            case Effect.CutBranch cut -> {
                branches.put(cut.branch(), cut.from());
                effects.add("cut " + cut.branch());
            }
            case Effect.Tag tag -> effects.add("tag " + tag.tag());
            case Effect.Expose expose -> offer(action, expose.exposure(), false);
            case Effect.Resume resume -> offer(action, resume.exposure(), false);
            case Effect.Halt _ ->
                Optional.ofNullable(live.get(track(action))).ifPresent(l -> offer(action, l.exposure(), true));
            case Effect.Submit _, Effect.Withdraw _ -> throw new IllegalStateException("there is no review here");
        }
    }

    private static TrackId track(Action action) {
        return (TrackId) action.id().subject();
    }

    private void offer(Action action, Exposure exposure, boolean stopped) {
        live.put(track(action), new StoreReading.Live(exposure, stopped, Optional.empty()));
        effects.add("%s %s %s".formatted(track(action), exposure, stopped ? "stopped" : "running"));
    }

    Instant now() {
        return clock.instant();
    }
}
