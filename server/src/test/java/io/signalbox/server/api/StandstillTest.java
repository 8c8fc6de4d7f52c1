package io.signalbox.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Settings;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.server.ClockKind;
import io.signalbox.server.NoConnectors;
import io.signalbox.server.SomeApps;
import io.signalbox.server.drive.Work;
import io.signalbox.server.live.Notices;
import io.signalbox.testkit.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Kargo #6790: the controller had stopped, and its process called itself ready. */
class StandstillTest {
    private final VirtualTime time = new VirtualTime(Given.START);
    private final Engine engine = new Engine(
            new MemoryStorage(time),
            new SomeApps(Given.app(Given.feed())),
            new NoConnectors(),
            time,
            time,
            Settings.standard("test"));
    private final ServerApi api = new ServerApi(engine, new Notices(), ClockKind.SYSTEM);

    private void work() {
        try (Work work = new Work(engine)) {
            for (List<Future<?>> started = work.start(); !started.isEmpty(); started = work.start()) {
                started.forEach(Work::await);
            }
        }
    }

    @Test
    void kargo6790AProcessThatDoesNothingIsNotCalledHealthy() {
        engine.start();
        work();
        assertThat(api.robot().getStatusCode().value()).isEqualTo(200);
        time.by(Duration.ofDays(8));
        assertThat(api.robot().getStatusCode().value()).isEqualTo(503);
        assertThat(api.live().status()).as("and yet it answers").isEqualTo("ok");
        work();
        assertThat(api.robot().getStatusCode().value()).isEqualTo(200);
    }
}
