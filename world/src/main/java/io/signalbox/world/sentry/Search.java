package io.signalbox.world.sentry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text in Sentry's search: terms that must all hold, with {@code OR} between several such groups. Parentheses are not understood.
 *
 * @param alternatives one of them must hold
 */
record Search(List<List<SearchTerm>> alternatives) {
    private static final Pattern BETWEEN = Pattern.compile("\\s+(?:(?i:(AND|OR))\\s+)?|$");

    /** @throws SentryRefusal if the text is anything but such terms */
    static Search parse(String query) {
        String text = query.strip();
        List<List<SearchTerm>> alternatives = new ArrayList<>(List.of(new ArrayList<>()));
        Matcher term = SearchTerm.SHAPE.matcher(text);
        Matcher between = BETWEEN.matcher(text);
        int position = 0;
        while (position < text.length()) {
            if (!term.find(position)
                    || term.start() != position
                    || !between.find(term.end())
                    || between.start() != term.end()) {
                throw SentryRefusal.bad("Parse error at '" + text.substring(position) + "' (column " + (position + 1)
                        + "). Only key:value terms are understood.");
            }
            alternatives.getLast().add(SearchTerm.of(term));
            if ("OR".equalsIgnoreCase(between.group(1))) {
                alternatives.add(new ArrayList<>());
            }
            position = between.end();
        }
        return new Search(List.copyOf(alternatives));
    }

    Stream<SearchTerm> terms() {
        return alternatives.stream().flatMap(List::stream);
    }

    boolean holds(Predicate<SearchTerm> term) {
        return alternatives.stream().anyMatch(terms -> terms.stream().allMatch(term));
    }
}
