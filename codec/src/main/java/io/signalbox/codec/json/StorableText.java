package io.signalbox.codec.json;

/** Text that PostgreSQL can keep: no NUL, and no half of a surrogate pair. */
public final class StorableText {
    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    /** The text with U+FFFD in the place of what cannot be kept. */
    public static String of(String text) {
        return text.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c)) ? text : replaced(text);
    }

    private static String replaced(String text) {
        int[] points =
                text.codePoints().map(c -> isStorable(c) ? c : REPLACEMENT).toArray();
        return new String(points, 0, points.length);
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
