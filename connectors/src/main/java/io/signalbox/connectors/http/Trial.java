package io.signalbox.connectors.http;

import java.util.Optional;

/**
 * One thing that a connector needs, tried out: what {@code connect test} shows.
 *
 * @param what such as {@code read the builds of player}
 * @param found what came of it, in one line
 * @param remedy what to do if it does not work
 */
public record Trial(String what, boolean works, String found, Optional<String> remedy) {
    public static Trial works(String what, String found) {
        return new Trial(what, true, found, Optional.empty());
    }

    public static Trial fails(String what, String found, String remedy) {
        return new Trial(what, false, found, Optional.of(remedy));
    }
}
