package io.signalbox.engine.source;

import io.signalbox.domain.signal.Failure;

/** A source gave nothing. */
public final class SourceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public SourceFailure(Failure failure) {
        super(failure.kind() + ": " + failure.message());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
