package io.signalbox.domain.app;

/** The rule that all keys share: 1-40 characters, lower-case letters, digits and hyphens, beginning with a letter or digit. */
final class Key {
    static final int LONGEST = 40;

    private Key() {}

    /**
     * Returns {@code value} if it obeys the rule.
     *
     * @throws IllegalArgumentException naming the key and the rule otherwise
     */
    static String checked(String what, String value) {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException(
                    "%s \"%s\": use 1-%d lower-case letters, digits and hyphens".formatted(what, value, LONGEST));
        }
        return value;
    }

    private static boolean wellFormed(String value) {
        if (value.isEmpty() || value.length() > LONGEST || value.charAt(0) == '-') {
            return false;
        }
        return value.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
