package io.signalbox.world.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a JQL text into words, quoted values and signs. */
final class JqlLexer {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')|(<=|>=|!=|=|<|>|\\(|\\)|,|~|!)|([^\\s\"'=<>!~(),]+))");

    private JqlLexer() {}

    /**
     * One token.
     *
     * @param quoted whether it stood in quotes, so that it is a value and never a keyword
     * @param at the position of its first character, from 1
     */
    record Token(String text, boolean quoted, int at) {
        boolean is(String keyword) {
            return !quoted && text.equalsIgnoreCase(keyword);
        }
    }

    static List<Token> cut(String jql) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(jql);
        int position = 0;
        String rest = jql.stripTrailing();
        while (position < rest.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw JiraRefusal.query(
                        "Error in the JQL Query: The character '" + rest.strip().charAt(0)
                                + "' is not expected here. (line 1, character " + (position + 1) + ")");
            }
            String quoted = matcher.group(1);
            if (quoted != null) {
                String value = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
                tokens.add(new Token(value, true, matcher.start(1) + 1));
            } else {
                boolean sign = matcher.group(2) != null;
                tokens.add(new Token(matcher.group(sign ? 2 : 3), false, matcher.start(sign ? 2 : 3) + 1));
            }
            position = matcher.end();
        }
        return tokens;
    }
}
