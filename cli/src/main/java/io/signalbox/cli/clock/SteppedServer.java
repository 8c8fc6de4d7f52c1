package io.signalbox.cli.clock;

import io.signalbox.domain.app.AppKey;
import io.signalbox.server.SignalboxServer;
import io.signalbox.server.drive.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** A server in this process that goes by a stepped clock. */
public final class SteppedServer implements Participant {
    private final SignalboxServer server;
    private final SteppedClock clock;

    public SteppedServer(SignalboxServer server, SteppedClock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Instant> tick(Instant now) {
        clock.to(now);
        boolean worked = false;
        for (List<Future<?>> started = server.work().start();
                !started.isEmpty();
                started = server.work().start()) {
            started.forEach(Work::await);
            worked = true;
        }
        if (worked) {
            for (AppKey app : server.parts().configuration().apps()) {
                server.boards().changed(app);
            }
        }
        return server.work().nextDue();
    }
}
