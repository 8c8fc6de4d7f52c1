package io.signalbox.engine.storage;

/** What became of a change. */
public sealed interface Commit {

    /** @param revision the subject's revision now */
    record Done(long revision) implements Commit {}

    /** Something on which the change relies has changed; nothing was kept. */
    record Conflict(String what) implements Commit {}

    /** Another replica has taken the subject over; nothing was kept. */
    record Fenced() implements Commit {}

    /** The command was carried out before; nothing was kept now. */
    record Repeated() implements Commit {}
}
