package io.signalbox.domain.app;

import io.signalbox.domain.version.Version;

/**
 * A source repository of an app. Its address and credentials are its connector's affair.
 *
 * @param main the name of the main branch
 * @param branchPattern how release branches are named; holds {@code {version}}
 * @param tagPattern how release tags are named; holds {@code {version}}
 * @param versionFile whether a file in it names the version, so that main must be bumped
 */
public record Repository(RepositoryKey key, String main, String branchPattern, String tagPattern, boolean versionFile) {
    private static final String PLACE = "{version}";

    public Repository {
        requirePlace("branch pattern", branchPattern);
        requirePlace("tag pattern", tagPattern);
    }

    private static void requirePlace(String what, String pattern) {
        if (!pattern.contains(PLACE)) {
            throw new IllegalArgumentException("%s \"%s\" must hold %s".formatted(what, pattern, PLACE));
        }
    }

    public String branch(Version version) {
        return branchPattern.replace(PLACE, version.text());
    }

    public String tag(Version version) {
        return tagPattern.replace(PLACE, version.text());
    }
}
