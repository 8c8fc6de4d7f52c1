package io.signalbox.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.signal.Build.Artifact;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks a store's connector as the engine does, for one version with one candidate. */
public final class Asked {
    public static final SubmissionPackage NOTES =
            new SubmissionPackage(1, List.of(new SubmissionPackage.Note("en-US", "Faster search.")), List.of());
    public static final DestinationState UNSENT = new DestinationState.Unsent(Given.START);
    public static final DestinationState OUT =
            new DestinationState.Exposed(Given.COMMIT, 0, Given.ONE_PERCENT, Motion.RUNNING, Given.START);

    private final App app;
    private final InstantSource clock;
    private final Version version;
    private final Candidate candidate;

    private Asked(App app, InstantSource clock, Version version, Candidate candidate) {
        this.app = app;
        this.clock = clock;
        this.version = version;
        this.candidate = candidate;
    }

    public static Asked of(Capabilities can, InstantSource clock, String version, long build) {
        return of(can, clock, version, build, "sha256:" + "0".repeat(64));
    }

    public static Asked of(Capabilities can, InstantSource clock, String version, long build, String digest) {
        BuildNumber number = new BuildNumber(build);
        Candidate candidate = new Candidate(
                1, Given.COMMIT, number, List.of(new Artifact(Given.SLOT, number, digest)), clock.instant());
        return new Asked(Given.app(can), clock, new Version(version), candidate);
    }

    public static Exposure percent(int percent) {
        return Exposure.of(Share.percent(percent));
    }

    private Track track(DestinationState state) {
        Track usual = Given.track(Stage.CANDIDATE, state, Said.NOTHING);
        return new Track(
                new TrackId(Given.APP, version, Given.PLATFORM),
                usual.course(),
                Optional.of(candidate),
                usual.destinations(),
                usual.said(),
                usual.memory());
    }

    public Interest interest(DestinationState state) {
        return new Interest(
                app,
                List.of(new Interest.Pursued(track(state), Given.policy(Given.process(Mode.AUTOMATIC)))),
                List.of(),
                new Signals(List.of()),
                clock.instant());
    }

    /** What the source says of a version that is, on our record, in this state. */
    public Answer answer(Source source, DestinationState state) {
        Interest interest = interest(state);
        List<Topic> topics = source.topics(interest);
        assertThat(topics).hasSize(1);
        try {
            List<Answer> answers = source.read(topics, interest);
            assertThat(answers).extracting(Answer::topic).isEqualTo(topics);
            return answers.getFirst();
        } catch (SourceFailure e) {
            return new Answer.Failed(topics.getFirst(), e.failure());
        }
    }

    public StoreReading reading(Source source, DestinationState state) {
        assertThat(answer(source, state)).isInstanceOf(Answer.Said.class);
        return (StoreReading) ((Answer.Said) answer(source, state)).reading();
    }

    public StoreReading.State state(Source source) {
        return reading(source, OUT).state();
    }

    public Failure failure(Source source) {
        Answer answer = answer(source, OUT);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).failure();
    }

    public Instant asOf(Source source) {
        return ((Answer.Said) answer(source, OUT)).asOf();
    }

    public Effect.Submit submit(Optional<Exposure> opening) {
        return submit(opening, NOTES);
    }

    public Effect.Submit submit(Optional<Exposure> opening, SubmissionPackage submission) {
        return new Effect.Submit(
                Given.STORE,
                candidate.commit(),
                candidate.build(),
                candidate.artifacts().getFirst(),
                opening,
                submission);
    }

    public Effect.Expose expose(Exposure exposure) {
        return new Effect.Expose(
                Given.STORE,
                candidate.commit(),
                candidate.build(),
                candidate.artifacts().getFirst(),
                exposure,
                0);
    }

    public Effect.Resume resume(Exposure exposure) {
        return new Effect.Resume(Given.STORE, candidate.build(), exposure);
    }

    public Effect.Halt halt() {
        return new Effect.Halt(Given.STORE, candidate.build());
    }

    public Effect.Withdraw withdraw() {
        return new Effect.Withdraw(Given.STORE, candidate.build());
    }

    public BuildNumber build() {
        return candidate.build();
    }

    public Reply perform(Performer performer, Effect effect) {
        return perform(performer, effect, Duration.ofSeconds(20));
    }

    public Reply perform(Performer performer, Effect effect, Duration within) {
        TrackId id = new TrackId(Given.APP, version, Given.PLATFORM);
        return performer.perform(Action.planned(new ActionId(id, 1), effect, "because", clock.instant()), within);
    }
}
