package io.signalbox.world.play;

/** How far the changes of a track have come on their way to the users. */
enum Stage {
    /** Nothing waits: what is wanted is live. */
    SETTLED,
    /** Changes wait until somebody sends them for review in the console. */
    UNSENT,
    IN_REVIEW,
    /** Approved; somebody has to publish in the console. */
    APPROVED,
    REJECTED
}
