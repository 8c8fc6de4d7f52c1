package io.signalbox.connectors.http;

import io.signalbox.domain.signal.Failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Says whether a call of one credential may go now: the budget, the vendor's wish to be left alone, the breaker. A stop always
 * may. Keeps the counts. Thread-safe.
 */
final class Admission {
    /** How long a vendor that says "too many" and not for how long is left alone. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** A vendor that wants to be left alone for longer is asked again after this. */
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    /** After this its limit is asked for anew, if the vendor does not say when it is whole again. */
    private static final Duration QUOTA_HOLDS = Duration.ofMinutes(5);

    private final OutletSettings settings;
    private final InstantSource clock;
    private final Breaker breaker;
    private final Tally tally = new Tally();
    private Instant restUntil = Instant.MIN;
    private Optional<String> lastFailure = Optional.empty();

    Admission(OutletSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.breaker = new Breaker(settings.name(), clock);
    }

    /** Counts the call if it may go. */
    synchronized void enter(Request request, boolean stop) throws CallFailed {
        Instant now = clock.instant();
        if (!stop) {
            Optional<String> held = heldBack(now);
            if (held.isPresent()) {
                tally.throttled(now);
                throw CallFailed.neverSent(Kind.THROTTLED, "%s was not called: %s".formatted(request, held.get()));
            }
            if (!breaker.allows()) {
                throw CallFailed.neverSent(
                        Kind.UNREACHABLE,
                        "%s was not called: %d calls in a row failed, the newest with: %s"
                                .formatted(request, Breaker.IN_A_ROW, lastFailure.orElse("no reason")));
            }
        }
        tally.called(now);
    }

    private Optional<String> heldBack(Instant now) {
        if (now.isBefore(restUntil)) {
            return Optional.of("the vendor's limit allows no more calls before " + restUntil);
        }
        int limit = settings.callsPerHour();
        if (tally.calls(now) >= limit - limit / 5) {
            return Optional.of(
                    "the budget of %d calls an hour is used up but for the reserve for stops".formatted(limit));
        }
        return Optional.empty();
    }

    synchronized void answered(Response response) {
        Instant now = clock.instant();
        boolean tooMany = response.status() == 429;
        boolean broken = response.status() >= 500;
        if (broken) {
            failed(response.failure().message());
        } else {
            breaker.worked();
        }
        if (tooMany) {
            tally.throttled(now);
        }
        response.retryAfter(now)
                .filter(_ -> tooMany || broken)
                .or(() -> tooMany ? Optional.of(REST) : Optional.empty())
                .ifPresent(wait -> rest(now, wait));
        settings.quota()
                .apply(response)
                .filter(OutletSettings.Quota::onlyTheReserveIsLeft)
                .ifPresent(quota -> rest(
                        now, quota.resets().map(at -> Duration.between(now, at)).orElse(QUOTA_HOLDS)));
    }

    private void rest(Instant now, Duration wait) {
        Instant until = now.plus(wait.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wait);
        if (until.isAfter(restUntil)) {
            restUntil = until;
        }
    }

    synchronized void failed(String why) {
        tally.failed(clock.instant());
        lastFailure = Optional.of(why);
        breaker.failed(why);
    }

    synchronized Traffic traffic() {
        Instant now = clock.instant();
        return new Traffic(
                settings.name(),
                tally.ever(),
                tally.calls(now),
                tally.failures(now),
                tally.throttles(now),
                settings.callsPerHour(),
                Optional.of(restUntil).filter(now::isBefore),
                lastFailure);
    }
}
