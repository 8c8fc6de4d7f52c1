package io.signalbox.connectors.http;

import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Reply;
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

    /** Nothing went out. */
    public static CallFailed neverSent(Failure.Kind kind, String message) {
        return new CallFailed(new Failure(kind, message), false);
    }

    /** Something may have gone out. */
    public static CallFailed maybeSent(Failure.Kind kind, String message) {
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

    /** For a performer whose one effect this call was. */
    public Reply reply() {
        return maybeSent ? new Reply.Silent(failure.message()) : new Reply.Refused(Remedy.RETRY, failure.message());
    }
}
