package io.signalbox.connectors.feed;

import io.signalbox.domain.app.Share;
import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A channel file that offers something. Its text is kept as it is but for the lines that say how far it goes: what others wrote into it,
 * such as release notes, stays.
 *
 * @param version as written
 * @param path the file that is offered
 * @param sha512 its hash in Base64
 * @param percent of installations that take it, 0 to 100, as the client reads it
 * @param haltedAt the percentage it had when Signalbox stopped it; only with 0 percent
 */
record ChannelFile(String text, String version, String path, String sha512, int percent, Optional<Integer> haltedAt) {
    private static final String STAGING = "stagingPercentage";

    /** Ours; clients do not look at it. */
    private static final String HALTED = "haltedPercentage";

    /** Ours: which action wrote the file. It makes every text unlike all before, so that no tag ever comes back. */
    private static final String WRITTEN_BY = "signalbox";

    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*([+-]?\\d{1,9})(?!\\d).*", Pattern.DOTALL);

    /** @throws Unreadable if clients could not make anything of it */
    static ChannelFile parse(String text) throws Unreadable {
        YamlText yaml = YamlText.of(text);
        String version = yaml.required("version");
        String path = yaml.required("path");
        String sha512 = yaml.required("sha512");
        if (!yaml.urls("files").isEmpty() && !yaml.urls("files").contains(path)) {
            throw new Unreadable("its path %s is none of its files %s".formatted(path, yaml.urls("files")));
        }
        int percent = yaml.text(STAGING).map(ChannelFile::percent).orElse(100);
        Optional<Integer> haltedAt =
                percent == 0 ? yaml.text(HALTED).map(ChannelFile::percent) : Optional.<Integer>empty();
        return new ChannelFile(text, version, path, sha512, percent, haltedAt.filter(p -> p > 0));
    }

    /** A number that is none lets everybody in, and what follows a number is not read: so does electron-updater. */
    private static int percent(String text) {
        Matcher matcher = LEADING_NUMBER.matcher(text);
        return matcher.matches() ? Math.clamp(Integer.parseInt(matcher.group(1)), 0, 100) : 100;
    }

    /** A file that offers something new. */
    static ChannelFile fresh(Version version, String path, Built built, int percent, Instant at, String by)
            throws Unreadable {
        return parse("""
                version: %1$s
                files:
                  - url: %2$s
                    sha512: %3$s
                    size: %4$d
                path: %2$s
                sha512: %3$s
                releaseDate: '%5$s'
                %6$s: %7$d
                %8$s: '%9$s'
                """.formatted(version, path, built.sha512(), built.bytes(), at, STAGING, percent, WRITTEN_BY, by));
    }

    /** The same offered to this share. */
    ChannelFile running(int toPercent, String by) throws Unreadable {
        return changed(toPercent, Optional.empty(), by);
    }

    /** The same offered to nobody new. */
    ChannelFile stopped(String by) throws Unreadable {
        return changed(0, Optional.of(percent), by);
    }

    private ChannelFile changed(int toPercent, Optional<Integer> halted, String by) throws Unreadable {
        String next = with(text, STAGING, Optional.of(Integer.toString(toPercent)));
        next = with(next, HALTED, halted.map(Objects::toString));
        next = with(next, WRITTEN_BY, Optional.of("'" + by + "'"));
        ChannelFile result = parse(next);
        boolean asMeant = result.percent == toPercent
                && result.haltedAt.equals(halted)
                && result.version.equals(version)
                && result.path.equals(path)
                && result.sha512.equals(sha512);
        if (!asMeant) {
            throw new Unreadable("its percentage cannot be changed without spoiling the rest");
        }
        return result;
    }

    private static String with(String text, String key, Optional<String> value) {
        Pattern line = Pattern.compile("(?m)^" + key + "[ \\t]*:.*(\\R|\\z)");
        String written = value.map(v -> key + ": " + v + "\n").orElse("");
        Matcher matcher = line.matcher(text);
        if (matcher.find()) {
            return matcher.replaceFirst(Matcher.quoteReplacement(written));
        }
        return text.isEmpty() || text.endsWith("\n") ? text + written : text + "\n" + written;
    }

    boolean isStopped() {
        return percent == 0;
    }

    Share share() {
        return Share.percent(percent);
    }
}
