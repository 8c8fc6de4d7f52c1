package io.signalbox.world.log;

/**
 * How far something is let out.
 *
 * @param status the vendor's own word, such as {@code inProgress}, {@code ACTIVE} or {@code none} where there was nothing
 * @param share the share of users that are offered it, from 0 to 1
 */
public record Level(String status, double share) {
    /** Nothing is there, nobody is offered anything. */
    public static final Level NONE = new Level("none", 0);

    public Level {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, but " + status + " has " + share);
        }
    }
}
