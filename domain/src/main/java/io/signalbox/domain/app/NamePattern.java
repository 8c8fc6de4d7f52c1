package io.signalbox.domain.app;

import io.signalbox.domain.version.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How branches or tags are called after versions: text with places for a version, or for its first two numbers. */
final class NamePattern {
    private static final String VERSION = "{version}";
    private static final String MAJOR = "{major}";
    private static final String MINOR = "{minor}";
    private static final Pattern PLACE = Pattern.compile("\\{(?:version|major|minor)}");

    private final String text;

    NamePattern(String text) {
        this.text = text;
    }

    boolean holdsVersion() {
        return text.contains(VERSION);
    }

    /** Whether it holds the first two numbers, which versions of one line share. */
    boolean holdsLine() {
        return text.contains(MAJOR) && text.contains(MINOR);
    }

    String name(Version version) {
        return text.replace(VERSION, version.text())
                .replace(MAJOR, written(version, 0))
                .replace(MINOR, written(version, 1));
    }

    private static String written(Version version, int part) {
        String[] parts = version.text().split("\\.");
        return part < parts.length ? parts[part] : "0";
    }

    /** The version that a name is made of; empty if it is called otherwise, or names less than a version. */
    Optional<Version> version(String name) {
        if (!holdsVersion()) {
            return Optional.empty();
        }
        StringBuilder regex = new StringBuilder();
        Matcher places = PLACE.matcher(text);
        int from = 0;
        while (places.find()) {
            regex.append(Pattern.quote(text.substring(from, places.start())))
                    .append(places.group().equals(VERSION) ? "(?<version>[\\d.]+)" : "\\d+");
            from = places.end();
        }
        regex.append(Pattern.quote(text.substring(from)));
        Matcher found = Pattern.compile(regex.toString()).matcher(name);
        return found.matches() ? Version.parse(found.group("version")) : Optional.empty();
    }
}
