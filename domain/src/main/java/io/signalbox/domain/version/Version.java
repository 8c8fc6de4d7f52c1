package io.signalbox.domain.version;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a release: 1 to 6 numbers with dots between, such as {@code 8.9.2} or {@code 26.08.1}. The text is kept as written
 * (leading zeros too); order goes by the numbers, and a missing number counts as 0.
 */
public record Version(String text) implements Comparable<Version> {
    private static final Pattern SHAPE = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,5}");

    public Version {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "version \"%s\": use numbers with dots between, such as 8.9.2".formatted(text));
        }
    }

    /** The version if the text is one. */
    public static Optional<Version> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Version(text)) : Optional.empty();
    }

    public static Version of(List<Integer> parts) {
        return new Version(String.join(".", parts.stream().map(String::valueOf).toList()));
    }

    public List<Integer> parts() {
        return Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList();
    }

    /** The number at this place, 0 if the version is shorter. */
    public int part(int index) {
        List<Integer> parts = parts();
        return index < parts.size() ? parts.get(index) : 0;
    }

    /** By the numbers; versions with equal numbers ({@code 1.2}, {@code 1.2.0}, {@code 1.02}) by their text, to agree with equals. */
    @Override
    public int compareTo(Version other) {
        List<Integer> mine = parts();
        List<Integer> theirs = other.parts();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int byNumber = Integer.compare(i < mine.size() ? mine.get(i) : 0, i < theirs.size() ? theirs.get(i) : 0);
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return text.compareTo(other.text);
    }

    public boolean isAfter(Version other) {
        return compareTo(other) > 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
