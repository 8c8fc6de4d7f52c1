package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.signal.StoreReading.Live;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Apple's phased release: seven days to fixed shares of those who update by themselves. */
record Phases(String id, State state, int day, Optional<Instant> start, Duration paused) {
    static final Duration STEP = Duration.ofDays(1);

    /** Of each of the seven days. */
    static final List<Share> SHARES =
            Stream.of(1, 2, 5, 10, 20, 50, 100).map(Share::percent).toList();

    /** Apple's {@code phasedReleaseState}. */
    enum State {
        INACTIVE,
        ACTIVE,
        PAUSED,
        COMPLETE
    }

    static Phases of(Document.Resource resource) throws CallFailed {
        String word = resource.text("phasedReleaseState");
        State state = Stream.of(State.values())
                .filter(s -> s.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Json.nonsense("a phased release in the state \"%s\"".formatted(word)));
        int day = resource.value("currentDayNumber").asInt(0);
        boolean runs = state == State.ACTIVE || state == State.PAUSED;
        if (runs && day < 1) {
            throw Json.nonsense("a phased release that is %s on day %d".formatted(state, day));
        }
        return new Phases(
                resource.id(),
                state,
                day,
                instant(resource.text("startDate")),
                Duration.ofDays(Math.max(0, resource.value("totalPauseDuration").asInt(0))));
    }

    private static Optional<Instant> instant(String text) throws CallFailed {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw Json.nonsense("a start date \"%s\"".formatted(text));
        }
    }

    /** What users of a version that is live have of it. */
    Live live() throws CallFailed {
        return switch (state) {
            case INACTIVE -> throw Json.nonsense("the version is live and its phased release has not begun");
            case COMPLETE -> new Live(Exposure.EVERYONE, false, Optional.empty());
            case ACTIVE -> new Live(exposure(), false, nextStep());
            case PAUSED -> new Live(exposure(), true, Optional.empty());
        };
    }

    private Exposure exposure() {
        return Exposure.of(SHARES.get(Math.min(day, SHARES.size()) - 1));
    }

    /** The earliest instant at which Apple may go on: it tells of its pauses in whole days only, so it may be up to a day later. */
    private Optional<Instant> nextStep() {
        return day >= SHARES.size()
                ? Optional.empty()
                : start.map(s -> s.plus(STEP.multipliedBy(day)).plus(paused));
    }
}
