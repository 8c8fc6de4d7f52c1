package io.signalbox.connectors.feed;

import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a built file is named: a text with {@code {version}} and {@code {build}} in it, each once. */
public record FileName(String template) {
    private static final String VERSION = "{version}";
    private static final String BUILD = "{build}";
    private static final Pattern SHAPE = Pattern.compile("[\\w.+-]+(/[\\w.+-]+)*");

    public FileName {
        String sample = template.replace(VERSION, "1").replace(BUILD, "1");
        boolean each = once(template, VERSION) && once(template, BUILD);
        if (!each || !SHAPE.matcher(sample).matches() || ("/" + sample + "/").contains("/../")) {
            throw new IllegalArgumentException(
                    "file \"%s\": use {version} and {build} once each, among letters, digits and . _ - + /, such as"
                                    .formatted(template)
                            + " player-{version}-{build}.AppImage");
        }
    }

    private static boolean once(String text, String part) {
        int first = text.indexOf(part);
        return first >= 0 && text.indexOf(part, first + 1) < 0;
    }

    String of(Version version, BuildNumber build) {
        return template.replace(VERSION, version.text()).replace(BUILD, build.toString());
    }

    /** The build that a file of a version is of, if the file is named like this. */
    Optional<BuildNumber> build(Version version, String file) {
        String[] parts = template.replace(VERSION, version.text()).split(Pattern.quote(BUILD), -1);
        Matcher matcher = Pattern.compile(Pattern.quote(parts[0]) + "(\\d{1,10})" + Pattern.quote(parts[1]))
                .matcher(file);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1)))
                        .filter(n -> n >= 1 && n <= BuildNumber.HIGHEST)
                        .map(BuildNumber::new)
                : Optional.empty();
    }
}
