package io.signalbox.server;

/** By which clock a server goes. */
public enum ClockKind {
    SYSTEM,
    /** Stands while work runs, then jumps to the next due instant. */
    STEPPED
}
