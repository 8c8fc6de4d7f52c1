package io.signalbox.world.sentry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One term of Sentry's search: {@code key:value}, {@code !key:value}, {@code key:[a,b]}, with {@code *} for anything in a value.
 */
record SearchTerm(String key, boolean negated, List<Pattern> values) {
    private static final Pattern TERM =
            Pattern.compile("(!?)([\\w.]+):(\\[[^\\]]*]|\"[^\"]*\"|[^\\s\"\\[]+)(?:\\s+(?:AND\\s+)?|$)");

    /** @throws SentryRefusal if the text is anything but such terms */
    static List<SearchTerm> parse(String query) {
        List<SearchTerm> terms = new ArrayList<>();
        String rest = query.strip();
        Matcher matcher = TERM.matcher(rest);
        int position = 0;
        while (position < rest.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw SentryRefusal.bad("Parse error at '" + rest.substring(position) + "' (column " + (position + 1)
                        + "). Only key:value terms are understood.");
            }
            terms.add(new SearchTerm(matcher.group(2), !matcher.group(1).isEmpty(), values(matcher.group(3))));
            position = matcher.end();
        }
        return terms;
    }

    private static List<Pattern> values(String text) {
        String bare = text.replaceAll("^[\\[\"]|[]\"]$", "");
        Stream<String> parts = text.startsWith("[") ? Stream.of(bare.split("\\s*,\\s*")) : Stream.of(bare);
        return parts.map(value -> value.replaceAll("^\"|\"$", ""))
                .map(value -> Pattern.compile(Pattern.quote(value).replace("*", "\\E.*\\Q")))
                .toList();
    }

    boolean holds(String value) {
        return values.stream().anyMatch(pattern -> pattern.matcher(value).matches()) != negated;
    }
}
