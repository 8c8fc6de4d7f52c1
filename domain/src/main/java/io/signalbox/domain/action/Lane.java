package io.signalbox.domain.action;

/** Of each lane at most one action per subject and place may be unresolved. */
public enum Lane {
    /** Forward: waits for everything. */
    GO,
    /** Back or still: waits for nothing, and puts an end to a planned go. */
    STOP,
    /** Neither: a tag, a message. */
    ASIDE
}
