package io.signalbox.connectors.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** After a row of failures nobody is asked for a growing while; then one call finds out. Goes by the clock of quotas. Thread-safe. */
final class Breaker {
    static final int IN_A_ROW = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final CircuitBreaker breaker;

    Breaker(String name, InstantSource clock) {
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(IN_A_ROW, IN_A_ROW, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(
                                IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2, LONGEST_PAUSE))
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
    }

    /** Whether a call may go; each that may must end in {@link #worked} or {@link #failed}. */
    boolean allows() {
        return breaker.tryAcquirePermission();
    }

    void worked() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(String why) {
        breaker.onError(0, TimeUnit.NANOSECONDS, new IOException(why));
    }
}
