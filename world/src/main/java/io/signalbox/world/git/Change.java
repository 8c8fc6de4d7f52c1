package io.signalbox.world.git;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a developer commits.
 *
 * @param branch a branch that exists
 * @param message subject and perhaps body; it may name a ticket such as {@code AND-4102}
 * @param lines how many lines to append to which path
 * @param files whole contents of files, by path
 */
public record Change(
        String branch, Developer author, String message, Map<String, Integer> lines, Map<String, String> files) {

    public static Change on(String branch, Developer author, String message) {
        return new Change(branch, author, message, Map.of(), Map.of());
    }

    /** Also appends lines to a path, which is created if it is not there. */
    public Change touching(String path, int count) {
        Map<String, Integer> more = new LinkedHashMap<>(lines);
        more.put(path, count);
        return new Change(branch, author, message, more, files);
    }

    /** Also writes a whole file. */
    public Change writing(String path, String content) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(path, content);
        return new Change(branch, author, message, lines, more);
    }
}
