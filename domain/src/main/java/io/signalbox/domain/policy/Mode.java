package io.signalbox.domain.policy;

/** How far the Robot goes with a move, from the most careful to the boldest. */
public enum Mode {
    /** It only writes down what it would do. */
    OBSERVE,
    /** It does nothing until a person gives the word; the guard still holds. */
    MANUAL,
    /** It proposes, and as many people as the policy says confirm. */
    CONFIRM,
    /** It acts. */
    AUTOMATIC;

    public Mode atMost(Mode limit) {
        return compareTo(limit) <= 0 ? this : limit;
    }
}
