package io.signalbox.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    /** A closed loop would show one slow request in a hundred; here everybody who was due in the stall has waited. */
    @Test
    void aStallIsChargedToEveryRequestThatWasDueWhileItLasted() throws Exception {
        ReentrantLock server = new ReentrantLock();
        AtomicInteger served = new AtomicInteger();

        Latencies latencies = new OpenLoop(200, Duration.ofSeconds(1)).run(() -> {
            server.lock();
            try {
                if (served.incrementAndGet() == 20) {
                    Thread.sleep(400);
                }
            } finally {
                server.unlock();
            }
        });

        assertThat(latencies.count()).isEqualTo(200);
        assertThat(latencies.millis(75)).isGreaterThan(50);
        assertThat(latencies.millis(99)).isGreaterThan(350);
    }

    @Test
    void aRunWithAFailedRequestHasNoFigures() {
        assertThatThrownBy(() -> new OpenLoop(100, Duration.ofMillis(50)).run(() -> {
                    throw new IOException("refused");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("refused");
    }

    @Test
    void aPercentileIsOneOfTheTimes() {
        Latencies latencies = Latencies.of(3_000_000, 1_000_000, 2_000_000, 4_000_000);

        assertThat(latencies.millis(50)).isEqualTo(2);
        assertThat(latencies.millis(75)).isEqualTo(3);
        assertThat(latencies.millis(99)).isEqualTo(4);
        assertThat(latencies.millis(100)).isEqualTo(4);
    }
}
