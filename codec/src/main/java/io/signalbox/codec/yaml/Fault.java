package io.signalbox.codec.yaml;

import java.util.Optional;

/**
 * Something wrong in a file.
 *
 * @param line from 1; 0 if it is about the whole file
 * @param path the keys that lead to it, such as {@code apps.player.zone}
 * @param nearest what was probably meant
 */
public record Fault(String file, int line, String path, String message, Optional<String> nearest) {
    /** One line for people: where, what, and what was probably meant. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        String hint = nearest.map(n -> "; did you mean \"" + n + "\"?").orElse("");
        return "%s: %s: %s%s".formatted(place, path.isEmpty() ? "file" : path, message, hint);
    }
}
