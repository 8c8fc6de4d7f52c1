package io.signalbox.connectors.http;

import io.signalbox.domain.signal.Failure;
import java.io.IOException;

/**
 * A call gave no answer that can be used. It is an {@link IOException} so that clients of other makers carry it through.
 */
public final class CallFailed extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean maybeSent;

    private CallFailed(Failure failure, boolean maybeSent) {
        super(failure.message());
        this.failure = failure;
        this.maybeSent = maybeSent;
    }

    static CallFailed neverSent(Failure.Kind kind, String message) {
        return new CallFailed(new Failure(kind, message), false);
    }

    static CallFailed maybeSent(Failure.Kind kind, String message) {
        return new CallFailed(new Failure(kind, message), true);
    }

    /** For a source: why it gave nothing. */
    public Failure failure() {
        return failure;
    }

    /** For a performer: whether the outside may have got the call. If not, nothing happened there. */
    public boolean maybeSent() {
        return maybeSent;
    }
}
