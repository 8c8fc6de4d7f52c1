package io.signalbox.server.api;

import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.engine.Engine;
import io.signalbox.server.ClockKind;
import io.signalbox.server.access.Caller;
import io.signalbox.server.live.Notices;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Who one is, how the server is, and notices of changes. */
@RestController
class ServerApi {
    /** Health means progress: nothing that is due may wait longer than this. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Engine engine;
    private final Notices notices;
    private final ClockKind clock;

    ServerApi(Engine engine, Notices notices, ClockKind clock) {
        this.engine = engine;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param clock {@code system}, or {@code stepped} in a demo */
    record Me(String name, String role, Optional<String> team, String clock, Instant now) {}

    record Health(String status, long waitingSeconds) {}

    @GetMapping("/api/v1/me")
    Me me(Caller caller) {
        Actor actor = caller.actor();
        return new Me(
                actor.name(),
                Words.written(actor.role()),
                actor.team().map(TeamKey::value),
                Words.written(clock),
                engine.clock().instant());
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return notices.open();
    }

    /** The process answers. */
    @GetMapping("/health/live")
    Health live() {
        return new Health("ok", 0);
    }

    /** The loop makes progress. */
    @GetMapping("/health/robot")
    ResponseEntity<Health> robot() {
        Duration wait = engine.storage().oldestWait(engine.clock().instant());
        boolean late = wait.compareTo(LONGEST_WAIT) > 0;
        return ResponseEntity.status(late ? 503 : 200).body(new Health(late ? "late" : "ok", wait.toSeconds()));
    }
}
