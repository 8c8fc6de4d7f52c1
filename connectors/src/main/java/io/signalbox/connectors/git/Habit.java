package io.signalbox.connectors.git;

import io.signalbox.domain.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How refs of one kind are named after versions: what stands before and behind the version.
 *
 * @param pattern with {@code {version}} in the version's place, such as {@code v{version}} or {@code release-{version}.x}
 * @param versions those that are named so, the oldest first
 */
record Habit(String pattern, List<Version> versions) {
    private static final String PLACE = "{version}";

    /** What stands before a version has no digit directly at its end, or the version would begin earlier. */
    private static final Pattern NAMED = Pattern.compile("(|.*[^\\d.])(\\d{1,9}(?:\\.\\d{1,9}){1,5})(\\.x)?");

    Habit {
        versions = versions.stream().sorted().toList();
    }

    /**
     * The habit that most names follow; among equals the one with the newest version.
     *
     * @param belongs whether a name with this before its version may be one of ours
     */
    static Optional<Habit> of(List<String> names, Predicate<String> belongs) {
        Map<String, List<Version>> byPattern = new TreeMap<>();
        for (String name : names) {
            Matcher matcher = NAMED.matcher(name);
            if (matcher.matches() && belongs.test(matcher.group(1))) {
                String behind = matcher.group(3) == null ? "" : matcher.group(3);
                byPattern
                        .computeIfAbsent(matcher.group(1) + PLACE + behind, _ -> new ArrayList<>())
                        .add(new Version(matcher.group(2)));
            }
        }
        return byPattern.entrySet().stream()
                .map(e -> new Habit(e.getKey(), e.getValue()))
                .max(Comparator.comparingInt((Habit h) -> h.versions.size()).thenComparing(Habit::newest));
    }

    Version newest() {
        return versions.getLast();
    }

    String name(Version version) {
        return pattern.replace(PLACE, version.text());
    }
}
