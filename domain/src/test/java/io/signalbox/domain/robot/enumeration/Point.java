package io.signalbox.domain.robot.enumeration;

import static io.signalbox.domain.Given.BUILD;
import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static io.signalbox.domain.Given.STORE;
import static io.signalbox.domain.Given.TRACK;

import io.signalbox.domain.Given;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Cancellation;
import io.signalbox.domain.track.CriterionOverride;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Memory;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Standing;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Switches;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One point of the enumeration, and the picture that it stands for. */
record Point(
        StoreKind kind,
        Stand stand,
        Holding holding,
        Lane go,
        Lane stop,
        Accepting accepting,
        Seeing seeing,
        Mode mode,
        List<Verdict> verdicts) {

    enum StoreKind {
        GOES_LIVE(Given.play(Capabilities.GoLive.ON_APPROVAL)),
        IN_CONSOLE(Given.play(Capabilities.GoLive.IN_CONSOLE)),
        SELF_ADVANCING(Given.appStore()),
        NO_REVIEW(Given.feed());

        final App app;

        StoreKind(Capabilities capabilities) {
            this.app = Given.app(capabilities);
        }
    }

    enum Holding {
        NONE,
        PAUSED,
        GUARDED,
        ROBOT_OFF,
        DRIFT,
        PAUSED_AND_DRIFT,
        APP_OFF,
        CANCELLED
    }

    /** What is in a lane; the first call's deadline has not passed, the late one's has. */
    enum Lane {
        EMPTY,
        PLANNED,
        SENDING,
        SENDING_LATE,
        ACCEPTED,
        UNKNOWN
    }

    enum Accepting {
        NOTHING,
        FIRST,
        FIRST_AS_UNKNOWN,
        FIRST_FOR_ANOTHER_CANDIDATE
    }

    /** What the store's reading is against the record. */
    enum Seeing {
        AGREES,
        DIFFERS,
        RUNS,
        FAILS,
        OLD,
        NEVER_READ
    }

    /** The interchangeable criteria of every guard; three of them in the full run. */
    static final List<String> CHECKS = full() ? List.of("a", "b", "c") : List.of("a", "b");

    static boolean full() {
        return Boolean.getBoolean("signalbox.enumeration.full");
    }

    /** Whether a person's word stands for what is found of a criterion. */
    boolean accepted(int criterion) {
        boolean covers = accepting == Accepting.FIRST
                || (accepting == Accepting.FIRST_AS_UNKNOWN && verdicts.get(criterion) != Verdict.RED);
        return criterion == 0 && covers;
    }

    Point with(List<Verdict> now) {
        return new Point(kind, stand, holding, go, stop, accepting, seeing, mode, now);
    }

    TrackPicture picture() {
        Switches switches = holding == Holding.APP_OFF
                ? Given.armed().withRobotOff(Optional.of(new Release.Word("Jon", "", NOW)))
                : Given.armed();
        return new TrackPicture(
                kind.app, policy(), track(), Given.release(), switches, new Signals(signals()), actions(), List.of());
    }

    private static final Policy[] POLICIES = policies();

    private static Policy[] policies() {
        Criterion[] guard = CHECKS.stream().map(Criterion.CheckPassed::new).toArray(Criterion[]::new);
        Policy[] each = new Policy[Mode.values().length];
        for (Mode mode : Mode.values()) {
            each[mode.ordinal()] = Given.policy(Given.process(mode, guard));
        }
        return each;
    }

    private Policy policy() {
        return POLICIES[mode.ordinal()];
    }

    private Track track() {
        SubmissionPackage submission = new SubmissionPackage(1, List.of(), List.of());
        Said said = Said.NOTHING.with(submission).withHolds(holds());
        if (accepting != Accepting.NOTHING) {
            CommitId commit = accepting == Accepting.FIRST_FOR_ANOTHER_CANDIDATE ? Given.commit('e') : COMMIT;
            Verdict as = accepting == Accepting.FIRST_AS_UNKNOWN ? Verdict.STALE : Verdict.RED;
            said = said.with(new CriterionOverride(
                    new CriterionKey("check-a"), commit, as, List.of(), "Ana", "harmless", NOW.minusSeconds(60)));
        }
        Track track = Given.track(stand.stage, stand.state, said);
        if (holding == Holding.CANCELLED) {
            track = track.with(track.course().cancelled(new Cancellation("Ana", "too late", NOW.minusSeconds(60))));
        }
        return track.with(new Memory(standings(), List.of(), unproven(), 8));
    }

    /** Everything has been as it is for an hour: longer than the grace for not knowing. */
    private List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < CHECKS.size(); i++) {
            CriterionKey key = new CriterionKey("check-" + CHECKS.get(i));
            standings.add(new Standing(key, verdicts.get(i), NOW.minus(Duration.ofHours(1))));
        }
        return standings;
    }

    /** A store at the first step that went live by itself was never found to meet its guard. */
    private List<DestinationKey> unproven() {
        return kind == StoreKind.GOES_LIVE && stand == Stand.AT_FIRST_STEP ? List.of(STORE) : List.of();
    }

    private List<Hold> holds() {
        Instant since = NOW.minusSeconds(60);
        Hold paused = new Hold.Paused("Ana", "looks odd", since);
        Hold drift = new Hold.Drift(STORE, stand.state, new StoreReading.NotSent(), since);
        return switch (holding) {
            case NONE, APP_OFF, CANCELLED -> List.of();
            case PAUSED -> List.of(paused);
            case GUARDED -> List.of(new Hold.Guarded(STORE, since));
            case ROBOT_OFF -> List.of(new Hold.RobotOff("Jon", "until we know", since));
            case DRIFT -> List.of(drift);
            case PAUSED_AND_DRIFT -> List.of(paused, drift);
        };
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        if (go != Lane.EMPTY) {
            actions.add(action(1, goEffect(), go));
        }
        if (stop != Lane.EMPTY) {
            actions.add(action(2, new Effect.Halt(STORE, BUILD), stop));
        }
        return actions;
    }

    private Effect goEffect() {
        if (stand.state.isOut()) {
            return new Effect.Expose(
                    STORE,
                    COMMIT,
                    BUILD,
                    Given.candidate().artifacts().getFirst(),
                    Given.ladder().get(1).exposure(),
                    1);
        }
        return new Effect.Submit(
                STORE,
                COMMIT,
                BUILD,
                Given.candidate().artifacts().getFirst(),
                Optional.of(ONE_PERCENT),
                new SubmissionPackage(1, List.of(), List.of()));
    }

    private static Action action(int number, Effect effect, Lane lane) {
        Instant sent = NOW.minusSeconds(30);
        Action planned = Action.planned(new ActionId(TRACK, number), effect, "fingerprint", sent);
        return switch (lane) {
            case EMPTY, PLANNED -> planned;
            case SENDING -> planned.sending(sent, NOW.plusSeconds(30));
            case SENDING_LATE -> planned.sending(sent, NOW.minusSeconds(1));
            case ACCEPTED -> planned.sending(sent, NOW.plusSeconds(30)).accepted(sent, NOW.plusSeconds(30));
            case UNKNOWN ->
                planned.sending(sent, NOW.minusSeconds(1))
                        .in(new ActionState.Unknown(NOW.minusSeconds(1), NOW.minusSeconds(1), "no reply"));
        };
    }

    private List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        store().ifPresent(latest ->
                signals.add(new Signal(TRACK, new SignalKey(SignalKind.STORE, STORE.value()), "store", latest)));
        for (int i = 0; i < CHECKS.size(); i++) {
            SignalKey key = new SignalKey(SignalKind.CHECK, CHECKS.get(i));
            check(verdicts.get(i)).ifPresent(latest -> signals.add(new Signal(TRACK, key, "checks", latest)));
        }
        return signals;
    }

    private Optional<Observation> store() {
        Instant fresh = NOW.minusSeconds(40);
        Instant old = NOW.minus(Duration.ofMinutes(16));
        Failure failure = new Failure(Failure.Kind.UNREACHABLE, "no answer in 10 s");
        return switch (seeing) {
            case AGREES -> Optional.of(Observation.Read.first(stand.agreeing, fresh, fresh, Optional.empty()));
            case DIFFERS -> Optional.of(Observation.Read.first(stand.differing(), fresh, fresh, Optional.empty()));
            case RUNS -> Optional.of(Observation.Read.first(Stand.running(), fresh, fresh, Optional.empty()));
            case OLD -> Optional.of(Observation.Read.first(stand.agreeing, old, old, Optional.empty()));
            case FAILS ->
                Optional.of(new Observation.Failed(
                        failure,
                        old,
                        fresh,
                        Optional.of(Observation.Read.first(stand.agreeing, old, old, Optional.empty()))));
            case NEVER_READ -> Optional.empty();
        };
    }

    private static final Observation[] CHECK_OBSERVATIONS = observations();

    private static Optional<Observation> check(Verdict verdict) {
        return verdict == Verdict.MISSING ? Optional.empty() : Optional.of(CHECK_OBSERVATIONS[verdict.ordinal()]);
    }

    private static Observation[] observations() {
        Observation[] each = new Observation[Verdict.values().length];
        for (Verdict verdict : Verdict.values()) {
            each[verdict.ordinal()] = switch (verdict) {
                case GREEN -> checked(CheckState.PASSED, NOW.minusSeconds(50));
                case RED -> checked(CheckState.FAILED, NOW.minusSeconds(50));
                case PENDING -> checked(CheckState.RUNNING, NOW.minusSeconds(50));
                case MISSING -> checked(CheckState.ABSENT, NOW.minusSeconds(50));
                case STALE -> checked(CheckState.PASSED, NOW.minus(Duration.ofDays(31)));
                case ERROR ->
                    new Observation.Failed(
                            new Failure(Failure.Kind.NONSENSE, "not JSON"),
                            NOW.minus(Duration.ofHours(1)),
                            NOW.minusSeconds(50),
                            Optional.empty());
            };
        }
        return each;
    }

    private static Observation.Read checked(CheckState state, Instant at) {
        Check check = new Check(state, Optional.of(at), "", Optional.empty());
        return Observation.Read.first(new CheckReading(COMMIT, check), at, at, Optional.empty());
    }
}
