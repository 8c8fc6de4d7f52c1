package io.signalbox.world.sentry;

import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;

/** Sentry says no, in one sentence. */
final class SentryRefusal extends RuntimeException {
    private final int status;

    SentryRefusal(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static SentryRefusal bad(String detail) {
        return new SentryRefusal(400, detail);
    }

    Reply reply() {
        return Reply.json(status, Json.object().put("detail", getMessage()));
    }
}
