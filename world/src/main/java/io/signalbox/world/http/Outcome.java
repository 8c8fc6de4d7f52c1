package io.signalbox.world.http;

/** What the listener does with a connection after a request. */
public sealed interface Outcome {
    /**
     * Sends the reply.
     *
     * @param sent run when the reply has been handed to the network
     */
    record Send(Reply reply, Runnable sent) implements Outcome {
        public Send(Reply reply) {
            this(reply, () -> {});
        }
    }

    /** Sends the headers and half of the body, then breaks the connection. */
    record SendHalf(Reply reply) implements Outcome {}

    /** Breaks the connection without a word. */
    record Drop() implements Outcome {}
}
