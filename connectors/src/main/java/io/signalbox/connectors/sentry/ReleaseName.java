package io.signalbox.connectors.sentry;

import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A build as Sentry names it: {@code package@version+build}. */
record ReleaseName(String packageName, Version version, BuildNumber build) {
    private static final Pattern SHAPE = Pattern.compile("([^@]+)@([\\d.]+)\\+(\\d{1,10})");

    /** Empty for names of another kind, such as those of builds on a developer's machine. */
    static Optional<ReleaseName> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long build = Long.parseLong(matcher.group(3));
        return Version.parse(matcher.group(2))
                .filter(_ -> build >= 1 && build <= BuildNumber.HIGHEST)
                .map(version -> new ReleaseName(matcher.group(1), version, new BuildNumber(build)));
    }

    @Override
    public String toString() {
        return packageName + "@" + version + "+" + build;
    }
}
