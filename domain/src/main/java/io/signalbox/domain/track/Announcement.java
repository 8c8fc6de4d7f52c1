package io.signalbox.domain.track;

import java.time.Instant;

/** Something that the Robot would do and does not, because it observes or must be confirmed; journalled once. */
public record Announcement(String place, String fingerprint, Instant at) {}
