package io.signalbox.engine.perform;

import io.signalbox.domain.track.Trouble.Remedy;

/** What came back from a call. */
public sealed interface Reply {

    /** The place said yes. Whether it is so is told by a reading. */
    record Accepted(String detail) implements Reply {}

    /**
     * The place said no, and nothing changed there.
     *
     * @param text the place's own words
     */
    record Refused(Remedy remedy, String text) implements Reply {}

    /** Nothing came back that can be trusted; it may or may not have happened. */
    record Silent(String why) implements Reply {}
}
