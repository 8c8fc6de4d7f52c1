package io.signalbox.server.live;

import io.signalbox.engine.board.Board;

/** An overview as it is served. Immutable but for its bytes, which nobody may change. */
public final class Shown {
    private final byte[] bytes;
    private final long revision;
    private final Board board;
    private final long madeAt;

    Shown(byte[] bytes, long revision, Board board, long madeAt) {
        this.bytes = bytes;
        this.revision = revision;
        this.board = board;
        this.madeAt = madeAt;
    }

    /** The overview as JSON. */
    public byte[] bytes() {
        return bytes;
    }

    /** Raised when what it says changes. */
    public long revision() {
        return revision;
    }

    public Board board() {
        return board;
    }

    /** When it was made, by the monotonic clock. */
    long madeAt() {
        return madeAt;
    }

    public String etag() {
        return "\"" + revision + "-" + board.asOf().toEpochMilli() + "\"";
    }
}
