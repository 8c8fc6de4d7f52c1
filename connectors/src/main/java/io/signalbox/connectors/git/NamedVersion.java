package io.signalbox.connectors.git;

import io.signalbox.domain.version.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version in the name of a tag or branch.
 *
 * @param pattern the name with {@code {version}} in its place
 */
record NamedVersion(String name, String pattern, Version version) {
    private static final Pattern NAME = Pattern.compile(
            "(?<before>(?:.*[^\\d.])?)(?<version>\\d{1,9}(?:\\.\\d{1,9}){0,5})(?<after>(?:[^\\d.]|\\.\\D).*)?");

    /** What follows a version that is not out yet, or is no version of the app's own. */
    private static final Pattern EARLY = Pattern.compile(
            "(?i).*(alpha|beta|rc|dev|snapshot|nightly|preview|pre|canary|test|internal|milestone|build)[^a-z]*");

    private static final Pattern RELEASE_BRANCH = Pattern.compile(
            "(?i)(?:.*[/_-])?(?:releases?|rel|stable|branch|maint|maintenance|support|train|version)[/_.-]v?|v?");

    private static final Pattern WORK = Pattern.compile(
            "(?i)(feat|feature|fix|bug|bugfix|hotfix|issue|task|dependabot|renovate|user|users|chore|docs|doc|test|tests|revert"
                    + "|backport|cherry|cherry-pick|wip|dev|poc|spike|experiment|exp|ci|refactor|bump|update|upgrade|merge)s?[/_-].*");

    /** A version that a tag names; empty for tags of builds that are not releases. */
    static Optional<NamedVersion> ofTag(String tag) {
        return parse(tag)
                .filter(named -> named.dotted() || !named.around(0).matches(".*\\d\\.\\d.*"))
                .filter(named -> !EARLY.matcher(named.around(0)).matches())
                .filter(named -> !EARLY.matcher(named.around(1)).matches());
    }

    /** A version that a release branch names; {@code 1.2.x} is the branch of {@code 1.2}. */
    static Optional<NamedVersion> ofBranch(String branch) {
        if (WORK.matcher(branch).matches()) {
            return Optional.empty();
        }
        return parse(branch)
                .filter(named -> named.dotted() || !named.around(0).isEmpty())
                .filter(named -> RELEASE_BRANCH.matcher(named.around(0)).matches())
                .filter(named -> named.around(1).matches("(?i)|[.-]x|[._-](release|stable)"));
    }

    private static Optional<NamedVersion> parse(String name) {
        Matcher found = NAME.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        String after = Optional.ofNullable(found.group("after")).orElse("");
        return Optional.of(new NamedVersion(
                name, found.group("before") + "{version}" + after, new Version(found.group("version"))));
    }

    /** What stands before (0) or after (1) the version. */
    private String around(int side) {
        return pattern.split("\\{version}", -1)[side];
    }

    /** Whether the version is more than one number. */
    boolean dotted() {
        return version.text().contains(".");
    }
}
