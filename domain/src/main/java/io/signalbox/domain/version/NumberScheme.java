package io.signalbox.domain.version;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which build numbers belong to a version on one platform: {@code sum(part[i] * weights[i]) + n}, with n from 0 to {@code room - 1}.
 * Ranges of different versions never overlap, so a nightly of the next version cannot take a number that a hotfix of this one
 * will need.
 *
 * @param weights one for each number of a version, falling; the last is at least {@code room}
 * @param room how many builds a version may have
 */
public record NumberScheme(List<Long> weights, int room) {
    public NumberScheme {
        weights = List.copyOf(weights);
        if (room < 1 || weights.isEmpty()) {
            throw new IllegalArgumentException(
                    "a number scheme needs at least one weight and room for at least one build");
        }
        for (int i = 0; i < weights.size(); i++) {
            long least = i + 1 < weights.size() ? weights.get(i + 1) : room;
            if (weights.get(i) < least) {
                throw new IllegalArgumentException("weight %d is %d: it must be at least %d, or ranges overlap"
                        .formatted(i, weights.get(i), least));
            }
        }
    }

    /** Four numbers of a version, three of them below 100: 8.9.2 owns 80902000 to 80902099, its hotfix 8.9.2.1 the next hundred. */
    public static NumberScheme standard() {
        return new NumberScheme(List.of(10_000_000L, 100_000L, 1_000L, 100L), 100);
    }

    /** The lowest number of a version, if the version fits the scheme. */
    public OptionalLong first(Version version) {
        List<Integer> parts = version.parts();
        if (parts.size() > weights.size()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean overflows = i > 0 && parts.get(i) * weights.get(i) >= weights.get(i - 1);
            if (overflows) {
                return OptionalLong.empty();
            }
            sum += parts.get(i) * weights.get(i);
        }
        return sum + room - 1 > BuildNumber.HIGHEST ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /** Whether this number is one of the version's own. */
    public boolean owns(Version version, BuildNumber number) {
        OptionalLong first = first(version);
        return first.isPresent() && number.value() >= first.getAsLong() && number.value() < first.getAsLong() + room;
    }

    /** The one allocator: the lowest number of the version above all that it has taken; empty when its room is used up. */
    public Optional<BuildNumber> next(Version version, NavigableSet<BuildNumber> taken) {
        OptionalLong first = first(version);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        long candidate = Math.max(1, first.getAsLong());
        for (BuildNumber number : taken) {
            if (owns(version, number)) {
                candidate = Math.max(candidate, number.value() + 1);
            }
        }
        return candidate < first.getAsLong() + room ? Optional.of(new BuildNumber(candidate)) : Optional.empty();
    }
}
