package io.signalbox.connectors.git;

import io.signalbox.connectors.git.LinePattern.Edit;
import io.signalbox.domain.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The file of a repository that names the version main works towards.
 *
 * <p>A pattern is a line as it stands there, with <code>{version}</code> in place of the version's name, <code>{number}</code> in place of the
 * first build number, or both: <code>MARKETING_VERSION = {version};</code>. Blanks may be more or fewer, {@code *} stands for letters, digits,
 * dots, hyphens and underscores. The first pattern that finds a line names the version; a bump rewrites every place that named the
 * same version.
 *
 * @param path from the repository's root, with slashes
 * @param patterns how its lines look, in the order in which they are asked; empty: as files of its kind usually look
 */
public record VersionFile(String path, List<String> patterns) {
    public VersionFile {
        patterns = List.copyOf(patterns);
        if (path.isBlank() || path.startsWith("/") || path.contains("\\")) {
            throw new IllegalArgumentException(
                    "version file \"%s\": write its path from the repository's root, with slashes".formatted(path));
        }
        patterns.forEach(LinePattern::new);
        if (patterns.isEmpty() && usual(path).isEmpty()) {
            throw new IllegalArgumentException(
                    "version file \"%s\": nothing is known of files like this; name a pattern, such as version = \"{version}\""
                            .formatted(path));
        }
    }

    /** A file that looks as files of its kind usually do. */
    public static VersionFile at(String path) {
        return new VersionFile(path, List.of());
    }

    private static List<String> usual(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "version", "txt" -> List.of("{version}");
            case "properties" ->
                List.of(
                        "version={version}",
                        "versionName={version}",
                        "VERSION_NAME={version}",
                        "VERSION={version}",
                        "appVersion={version}",
                        "app.version={version}",
                        "*.versionName={version}",
                        "versionCode={number}",
                        "VERSION_CODE={number}",
                        "buildNumber={number}",
                        "*.versionCode={number}",
                        "*.buildNumber={number}",
                        "*.build={number}");
            case "toml" ->
                List.of(
                        "version = \"{version}\"",
                        "versionName = \"{version}\"",
                        "appVersion = \"{version}\"",
                        "versionCode = \"{number}\"",
                        "versionCode = {number}");
            case "json" ->
                List.of(
                        "\"version\": \"{version}\"",
                        "\"versionName\": \"{version}\"",
                        "\"versionCode\": {number}",
                        "\"buildNumber\": \"{number}\"");
            case "xcconfig" -> List.of("MARKETING_VERSION = {version}", "CURRENT_PROJECT_VERSION = {number}");
            case "pbxproj" -> List.of("MARKETING_VERSION = {version};", "CURRENT_PROJECT_VERSION = {number};");
            case "plist" ->
                List.of(
                        "<key>CFBundleShortVersionString</key>\n<string>{version}</string>",
                        "<key>CFBundleVersion</key>\n<string>{number}</string>");
            case "gradle", "kts" ->
                List.of(
                        "versionName \"{version}\"",
                        "versionName '{version}'",
                        "versionName = \"{version}\"",
                        "version \"{version}\"",
                        "version '{version}'",
                        "version = \"{version}\"",
                        "version = '{version}'",
                        "versionCode {number}",
                        "versionCode = {number}");
            case "yaml", "yml" ->
                List.of("version: {version}+{number}", "version: {version}", "version: \"{version}\"");
            default -> List.of();
        };
    }

    private Stream<LinePattern> lines() {
        return (patterns.isEmpty() ? usual(path) : patterns).stream().map(LinePattern::new);
    }

    /** The version that the content names, by the first pattern that finds one. */
    Optional<Version> version(String content) {
        return lines().map(line -> line.version(content))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether the content has a place for a build number. */
    boolean countsBuilds(String content, Version now) {
        return lines().filter(LinePattern::hasNumber)
                .anyMatch(
                        line -> !line.edits(content, now, now, Optional.of(1L)).isEmpty());
    }

    /** The content with another version, and another first build number, in every place that named the old one. */
    String rewritten(String content, Version from, Version to, Optional<Long> number) {
        TreeSet<Edit> edits = new TreeSet<>(Comparator.comparingInt(Edit::start));
        lines().forEach(line -> edits.addAll(line.edits(content, from, to, number)));
        StringBuilder changed = new StringBuilder(content);
        for (Edit edit : edits.descendingSet()) {
            changed.replace(edit.start(), edit.end(), edit.by());
        }
        return changed.toString();
    }
}
