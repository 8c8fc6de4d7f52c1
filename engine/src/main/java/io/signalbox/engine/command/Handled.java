package io.signalbox.engine.command;

import io.signalbox.domain.act.Refusal;

/** What became of a command. */
public sealed interface Handled {

    /** On record; the subject looks at it at once. */
    record Accepted(long revision) implements Handled {}

    record Refused(Refusal why) implements Handled {}

    /** The subject has changed since its giver looked. */
    record Stale(long revision) implements Handled {}

    record NotFound() implements Handled {}

    /** Too many others changed the subject at the same time; nothing was kept. */
    record Busy() implements Handled {}
}
