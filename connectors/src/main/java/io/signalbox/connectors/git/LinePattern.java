package io.signalbox.connectors.git;

import io.signalbox.domain.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a line of a version file looks: text as it stands there, with <code>{version}</code> and <code>{number}</code> in the places of the
 * version's name and of its first build number.
 *
 * <p>It is looked for at the beginning of lines, after blanks. Blanks, and blanks around {@code =} and {@code :}, may be more or fewer
 * than written; a line break stands for any white space; {@code *} for letters, digits, dots, hyphens and underscores.
 */
final class LinePattern {
    private static final String VERSION = "{version}";
    private static final String NUMBER = "{number}";
    private static final Pattern PIECE =
            Pattern.compile("\\{version}|\\{number}|\\*|\\h*[=:]\\h*|\\s+|[^{*=:\\s]+|\\{");

    private final String text;
    private final Pattern pattern;
    private final boolean hasVersion;
    private final boolean hasNumber;

    /** @throws IllegalArgumentException if it has neither place, or one of them twice */
    LinePattern(String text) {
        this.text = text;
        hasVersion = count(text, VERSION) == 1;
        hasNumber = count(text, NUMBER) == 1;
        if (count(text, VERSION) > 1 || count(text, NUMBER) > 1 || !(hasVersion || hasNumber)) {
            throw new IllegalArgumentException(
                    "version pattern \"%s\": name {version} or {number} in it, each at most once".formatted(text));
        }
        pattern = Pattern.compile("(?m)^\\h*" + regex(text) + (text.equals(VERSION) ? "\\h*$" : ""));
    }

    private static int count(String text, String place) {
        return (text.length() - text.replace(place, "").length()) / place.length();
    }

    private static String regex(String text) {
        StringBuilder regex = new StringBuilder();
        Matcher pieces = PIECE.matcher(text.strip());
        while (pieces.find()) {
            String piece = pieces.group();
            regex.append(
                    switch (piece.isBlank() ? " " : piece.strip()) {
                        case VERSION -> "(?<version>\\d{1,9}(?:\\.\\d{1,9}){0,5})(?!\\w)(?!\\.\\d)";
                        case NUMBER -> "(?<number>\\d{1,10})(?!\\w)";
                        case "*" -> "[\\w.-]*";
                        case "=" -> "\\h*=\\h*";
                        case ":" -> "\\h*:\\h*";
                        case " " -> piece.contains("\n") ? "\\s*" : "\\h*";
                        default -> Pattern.quote(piece);
                    });
        }
        return regex.toString();
    }

    boolean hasNumber() {
        return hasNumber;
    }

    /** The version that the first line of this look names. */
    Optional<Version> version(String content) {
        Matcher found = pattern.matcher(content);
        return hasVersion && found.find() ? Version.parse(found.group("version")) : Optional.empty();
    }

    /** What to write where, so that every line of this look which names {@code from} names {@code to}, and counts from {@code number}. */
    List<Edit> edits(String content, Version from, Version to, Optional<Long> number) {
        List<Edit> edits = new ArrayList<>();
        Matcher found = pattern.matcher(content);
        while (found.find()) {
            if (hasVersion && !found.group("version").equals(from.text())) {
                continue;
            }
            if (hasVersion) {
                edits.add(new Edit(found.start("version"), found.end("version"), to.text()));
            }
            if (hasNumber && number.isPresent()) {
                edits.add(new Edit(found.start("number"), found.end("number"), Long.toString(number.get())));
            }
        }
        return edits;
    }

    /** @param end the first place behind what is replaced */
    record Edit(int start, int end, String by) {}

    @Override
    public String toString() {
        return text;
    }
}
