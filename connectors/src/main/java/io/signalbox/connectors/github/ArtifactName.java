package io.signalbox.connectors.github;

import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a built file is called.
 *
 * @param pattern with {@code {version}} and {@code {build}} in it, such as {@code player-android-{version}-{build}.aab}
 */
public record ArtifactName(String pattern) {
    public ArtifactName {
        if (!pattern.contains("{build}") || pattern.indexOf("{build}") != pattern.lastIndexOf("{build}")) {
            throw new IllegalArgumentException(
                    "artifact \"%s\": its name must hold {build} once, such as player-{version}-{build}.aab"
                            .formatted(pattern));
        }
    }

    /** The build's number if a file of this version is called so. */
    Optional<BuildNumber> number(String file, Version version) {
        String[] parts = pattern.replace("{version}", version.text()).split("\\{build}", -1);
        Matcher matcher = Pattern.compile(Pattern.quote(parts[0]) + "(\\d{1,10})" + Pattern.quote(parts[1]))
                .matcher(file);
        return matcher.matches()
                ? Optional.of(Long.parseLong(matcher.group(1)))
                        .filter(n -> n >= 1 && n <= BuildNumber.HIGHEST)
                        .map(BuildNumber::new)
                : Optional.empty();
    }
}
