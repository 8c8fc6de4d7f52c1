package io.signalbox.connectors.feed;

/** Nothing can be made of a channel file. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why);
    }

    /** What is wrong, after "it". */
    String why() {
        return String.valueOf(getMessage());
    }
}
