package io.signalbox.domain.app;

import io.signalbox.domain.version.Version;
import java.util.Optional;

/**
 * A source repository of an app. Its address and credentials are its connector's affair.
 *
 * @param main the name of the main branch
 * @param branchPattern how release branches are named; holds {@code {version}}, or {@code {major}} and {@code {minor}} where all
 *     versions with these two numbers come from one branch
 * @param tagPattern how release tags are named; holds {@code {version}} once
 * @param versionFile whether a file in it names the version, so that main must be bumped
 */
public record Repository(RepositoryKey key, String main, String branchPattern, String tagPattern, boolean versionFile) {
    public Repository {
        if (!new NamePattern(branchPattern).holdsVersion() && !new NamePattern(branchPattern).holdsLine()) {
            throw new IllegalArgumentException(
                    "branch pattern \"%s\" must hold {version}, or {major} and {minor}".formatted(branchPattern));
        }
        if (tagPattern.split("\\{version}", -1).length != 2) {
            throw new IllegalArgumentException("tag pattern \"%s\" must hold {version} once".formatted(tagPattern));
        }
    }

    public String branch(Version version) {
        return new NamePattern(branchPattern).name(version);
    }

    /** Whether each version has a branch of its own; if not, those that share their first two numbers share it. */
    public boolean branchOfItsOwn() {
        return new NamePattern(branchPattern).holdsVersion();
    }

    public String tag(Version version) {
        return new NamePattern(tagPattern).name(version);
    }

    /** The version that a tag of this name is about, if it is the tag of a release. */
    public Optional<Version> tagged(String tag) {
        return new NamePattern(tagPattern).version(tag);
    }
}
