package io.signalbox.world.gate;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Something that goes wrong with a request. */
public sealed interface Fault {
    /** Answers this instead of asking the vendor; nothing takes effect. */
    record Answer(Reply reply) implements Fault {}

    /** Lets the request wait before anything happens, in real time. */
    record Delay(Duration realTime) implements Fault {}

    /** Lets the request wait before anything happens, until {@link Faults.Planned#release} is called. */
    record Hang() implements Fault {}

    /** Breaks the connection before anything takes effect. */
    record DropBefore() implements Fault {}

    /** Everything takes effect, then the connection breaks without a reply. */
    record LoseReply() implements Fault {}

    /** Everything takes effect, then the connection breaks in the middle of the reply's body. */
    record CutReply() implements Fault {}

    /** Everything takes effect, but the reply is this one. */
    record Garble(Reply reply) implements Fault {}

    /** Shifts the pages of a listing. */
    record Pages(Call.PageShift shift) implements Fault {}

    /**
     * Reads are answered with what was true at an instant, the source's own timestamps and the {@code Date} header included. Writes
     * take effect and are not seen by reads until the fault ends.
     */
    record Freeze(Instant asOf) implements Fault {}

    /** A status with a vendor-neutral text body. */
    static Fault status(int status) {
        return new Answer(Reply.text(status, "planned fault " + status));
    }

    /** Too many requests, try again after so many seconds. */
    static Fault tooMany(int retryAfterSeconds) {
        return new Answer(
                Reply.text(429, "planned fault 429").with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** A proxy's page in place of the vendor's JSON, although the request took effect. */
    static Fault wrongContentType() {
        byte[] page = "<html><body>Please log in</body></html>".getBytes(StandardCharsets.UTF_8);
        return new Garble(Reply.bytes(200, "text/html", page));
    }

    /** JSON that ends too early, although the request took effect. */
    static Fault nonsenseJson() {
        byte[] nonsense = "{\"unexpected\": [1, 2".getBytes(StandardCharsets.UTF_8);
        return new Garble(Reply.bytes(200, "application/json", nonsense));
    }
}
