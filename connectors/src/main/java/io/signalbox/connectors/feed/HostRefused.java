package io.signalbox.connectors.feed;

import io.signalbox.connectors.http.Response;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.track.Trouble.Remedy;

/** The host answered something else than what was asked for; nothing changed there. */
final class HostRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int EXCERPT = 300;

    private final transient Response head;
    private final String words;

    HostRefused(Response head, String body) {
        super(head.toString());
        String line = body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        this.head = head;
        this.words = line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /** For people who wait for what was to be read. */
    String text() {
        String text = failure().message();
        return head.status() == 404 ? "the file has not been uploaded yet: " + text : text;
    }

    Failure failure() {
        return head.failure(words);
    }

    /** Of what was to be read. */
    Remedy remedy() {
        return head.status() == 404 ? Remedy.RETRY : remedy(head.status());
    }

    /** What a status that is neither success nor "changed meanwhile" asks for. */
    static Remedy remedy(int status) {
        boolean passes = status == 408 || status == 409 || status == 423 || status == 429 || status >= 500;
        return passes ? Remedy.RETRY : Remedy.NEEDS_PERSON;
    }
}
