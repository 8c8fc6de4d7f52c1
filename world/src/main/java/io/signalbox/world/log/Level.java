package io.signalbox.world.log;

import java.util.List;

/**
 * How far something is let out.
 *
 * @param status the vendor's own word, such as {@code inProgress}, {@code ACTIVE} or {@code none} where there was nothing
 * @param share the share of users that are offered it, from 0 to 1
 * @param countries where alone it is offered; empty means everywhere
 */
public record Level(String status, double share, List<String> countries) {
    /** Nothing is there, nobody is offered anything. */
    public static final Level NONE = new Level("none", 0);

    public Level(String status, double share) {
        this(status, share, List.of());
    }

    public Level {
        countries = List.copyOf(countries);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, but " + status + " has " + share);
        }
    }
}
