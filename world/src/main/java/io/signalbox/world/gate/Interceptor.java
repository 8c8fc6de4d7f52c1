package io.signalbox.world.gate;

import io.signalbox.world.http.Call;
import io.signalbox.world.log.Vendor;

/**
 * Watches requests at the moments at which a crash of the client hurts most. It runs on the request's own thread without any lock,
 * so it may wait, or end the client's process, before it returns.
 */
@FunctionalInterface
public interface Interceptor {
    /** How far a request has come. */
    enum Moment {
        /** It has been read; nothing has taken effect. */
        BEFORE_APPLYING,
        /** It has taken effect; no byte of the reply has been sent. */
        APPLIED,
        /** The reply has been handed to the network. */
        REPLIED
    }

    void reached(Moment moment, Vendor vendor, Call call);
}
