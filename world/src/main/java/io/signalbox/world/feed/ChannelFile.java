package io.signalbox.world.feed;

import io.signalbox.world.http.Body;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A channel file such as {@code latest.yml}, as electron-updater reads it.
 *
 * @param path the file that is offered
 * @param sha512 its hash in Base64
 * @param share the share of installations that may take it, from 0 to 1
 */
record ChannelFile(String version, String path, String sha512, double share) {
    private static final Pattern TOP_LEVEL = Pattern.compile("(\\w+):\\s*(.*)");
    private static final Pattern BUILD = Pattern.compile("-(\\d+)\\.\\w+$");

    /** Reads the fields that count; empty if one of them is missing. */
    static Optional<ChannelFile> parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = TOP_LEVEL.matcher(line);
            if (matcher.matches()) {
                fields.put(matcher.group(1), unquote(matcher.group(2).strip()));
            }
        }
        String version = fields.getOrDefault("version", "");
        String path = fields.getOrDefault("path", "");
        String sha512 = fields.getOrDefault("sha512", "");
        if (version.isEmpty() || path.isEmpty() || sha512.isEmpty()) {
            return Optional.empty();
        }
        double percent = percent(fields.get("stagingPercentage")).orElse(100);
        return Optional.of(new ChannelFile(version, path, sha512, Math.clamp(percent / 100, 0, 1)));
    }

    /** The text of a channel file for everybody. */
    static String text(String version, String path, Body content, Instant released) {
        return "version: " + version + "\nfiles:\n  - url: " + path + "\n    sha512: " + content.sha512()
                + "\n    size: " + content.length() + "\npath: " + path + "\nsha512: " + content.sha512()
                + "\nreleaseDate: '" + released + "'\nstagingPercentage: 100\n";
    }

    /** The build number that the file's name ends with, or empty text. */
    String build() {
        Matcher matcher = BUILD.matcher(path);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** A percentage that is no number lets everybody in: the client warns and goes on. */
    private static OptionalDouble percent(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,9}")
                ? OptionalDouble.of(Integer.parseInt(text))
                : OptionalDouble.empty();
    }

    private static String unquote(String text) {
        boolean quoted = text.length() >= 2
                && (text.startsWith("'") || text.startsWith("\""))
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
