package io.signalbox.domain.robot.enumeration;

import static io.signalbox.domain.Given.BUILD;
import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;

import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a track and its one destination are, and what the store then shows. */
enum Stand {
    UPCOMING(Stage.UPCOMING, new DestinationState.Unsent(at()), new StoreReading.NotSent()),
    BRANCHED(Stage.BRANCHED, new DestinationState.Unsent(at()), new StoreReading.NotSent()),
    CANDIDATE(Stage.CANDIDATE, new DestinationState.Unsent(at()), new StoreReading.NotSent()),
    IN_REVIEW(Stage.SUBMITTED, new DestinationState.InReview(COMMIT, 1, at()), new StoreReading.InReview()),
    REFUSED_WORDS(
            Stage.SUBMITTED,
            new DestinationState.Refused(Rejection.METADATA, "link", COMMIT, 1, at()),
            new StoreReading.Rejected(Rejection.METADATA, "link")),
    REFUSED_WORDS_MENDED(
            Stage.SUBMITTED,
            new DestinationState.Refused(Rejection.METADATA, "link", COMMIT, -1, at()),
            new StoreReading.Rejected(Rejection.METADATA, "link")),
    REFUSED_BUILD(
            Stage.CANDIDATE,
            new DestinationState.Refused(Rejection.BINARY, "crash", COMMIT, 1, at()),
            new StoreReading.Rejected(Rejection.BINARY, "crash")),
    APPROVED(Stage.SUBMITTED, new DestinationState.Approved(COMMIT, at()), new StoreReading.Approved()),
    AT_FIRST_STEP(Stage.ROLLING_OUT, out(Motion.RUNNING), live(ONE_PERCENT, false)),
    FROZEN(Stage.ROLLING_OUT, out(Motion.FROZEN), live(ONE_PERCENT, true)),
    HALTED(Stage.ROLLING_OUT, out(Motion.HALTED), live(ONE_PERCENT, true)),
    EVERYONE(
            Stage.RELEASED,
            new DestinationState.Everyone(COMMIT, Motion.RUNNING, at()),
            live(Exposure.EVERYONE, false)),
    EVERYONE_HALTED(
            Stage.RELEASED, new DestinationState.Everyone(COMMIT, Motion.HALTED, at()), live(Exposure.EVERYONE, true)),
    GONE(Stage.RELEASED, new DestinationState.Gone("replaced", at()), new StoreReading.Replaced());

    final Stage stage;
    final DestinationState state;
    final StoreReading agreeing;

    Stand(Stage stage, DestinationState state, StoreReading.State agreeing) {
        this.stage = stage;
        this.state = state;
        boolean there = !(agreeing instanceof StoreReading.NotSent);
        this.agreeing = new StoreReading(agreeing, there ? Optional.of(BUILD) : Optional.empty(), false);
    }

    /** Long enough ago that a rung has soaked. */
    private static Instant at() {
        return NOW.minus(Duration.ofHours(25));
    }

    private static DestinationState out(Motion motion) {
        return new DestinationState.Exposed(COMMIT, 0, ONE_PERCENT, motion, at());
    }

    private static StoreReading.State live(Exposure exposure, boolean stopped) {
        return new StoreReading.Live(exposure, stopped, Optional.empty());
    }

    /** The store offers the version, whatever is on record. */
    static StoreReading running() {
        return new StoreReading(live(ONE_PERCENT, false), Optional.of(BUILD), false);
    }

    /** Something that the store does not show while this is on record and nobody interfered. */
    StoreReading differing() {
        StoreReading.State other = state.isOut()
                ? new StoreReading.Live(new Exposure(Share.percent(7), ONE_PERCENT.markets()), false, Optional.empty())
                : new StoreReading.Live(ONE_PERCENT, true, Optional.empty());
        return new StoreReading(other, Optional.of(BUILD), false);
    }
}
