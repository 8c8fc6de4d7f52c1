package io.signalbox.testkit.sim;

/** The kinds of things that go wrong. A history is shrunk by leaving out those that it does not need. */
public enum Fault {
    /** A call takes effect and its reply is lost. */
    REPLY_LOST,
    /** A call never arrives. */
    CALL_LOST,
    /** A call arrives after the caller gave up waiting. */
    CALL_LATE,
    /** A place turns a call away. */
    CALL_REFUSED,
    /** The storage cannot say whether a commit was kept. */
    COMMIT_UNKNOWN,
    /** Somebody else's step comes between a read and the commit that follows from it. */
    INTERLEAVED,
    /** A process ends between two of its steps, at any of its ports, or holding leases. */
    CRASH,
    /** A process is slow where it should be quick. */
    SLOW,
    /** A person pauses between a mark and its call. */
    PAUSE_RACE,
    /** People pause, switch the Robot off, cancel, and are late with what is needed of them. */
    PEOPLE,
    /** A store rejects. */
    REJECTION,
    /** Somebody turns a rollout in a store's console. */
    CONSOLE,
    /** A source does not answer. */
    SOURCE_DOWN,
    /** A source answers with what was so long ago. */
    SOURCE_FROZEN,
    /** Bugs, crashes, failing tests, work merged late. */
    TROUBLE
}
