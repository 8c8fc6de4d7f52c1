package io.signalbox.world.sentry;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One term of Sentry's search: {@code key:value}, {@code !key:value}, {@code key:[a,b]}, with {@code *} for anything in a value. */
record SearchTerm(String key, boolean negated, List<String> values) {
    static final Pattern SHAPE = Pattern.compile("(!?)([\\w.]+):(\\[[^\\]]*]|\"[^\"]*\"|[^\\s\"\\[]+)");

    /** Sentry orders these as semantic versions, and takes one value at a time. */
    private static final Set<String> SEMANTIC = Set.of("release.version", "release.build");

    /** @throws SentryRefusal if Sentry does not take such a term */
    static SearchTerm of(MatchResult match) {
        String text = match.group(3);
        String bare = text.replaceAll("^[\\[\"]|[]\"]$", "");
        boolean list = text.startsWith("[");
        if (list && SEMANTIC.contains(match.group(2))) {
            throw SentryRefusal.bad("Invalid operation 'IN' for semantic version filter.");
        }
        Stream<String> parts = list ? Stream.of(bare.split("\\s*,\\s*")) : Stream.of(bare);
        List<String> values =
                parts.map(value -> value.replaceAll("^\"|\"$", "")).toList();
        return new SearchTerm(match.group(2), !match.group(1).isEmpty(), values);
    }

    boolean wildcard() {
        return values.stream().anyMatch(value -> value.contains("*"));
    }

    boolean holds(String found) {
        return values.stream()
                        .map(value -> Pattern.compile(Pattern.quote(value).replace("*", "\\E.*\\Q")))
                        .anyMatch(pattern -> pattern.matcher(found).matches())
                != negated;
    }
}
