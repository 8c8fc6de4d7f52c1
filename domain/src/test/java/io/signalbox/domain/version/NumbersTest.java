package io.signalbox.domain.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Requirement;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Version names and build numbers: who may have which. */
@Requirement("R3")
class NumbersTest {
    private static final NumberScheme STANDARD = NumberScheme.standard();
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 28);

    private static BuildNumber number(long value) {
        return new BuildNumber(value);
    }

    @Test
    void nightliesOfTheNextVersionNeverTakeNumbersOfAHotfix() {
        Version next = new Version("8.9.3");
        for (int hotfix = 1; hotfix <= 9; hotfix++) {
            Version of = new Version("8.9.2." + hotfix);
            long first = STANDARD.first(of).orElseThrow();
            assertThat(STANDARD.owns(of, number(first))).isTrue();
            assertThat(STANDARD.owns(next, number(first))).isFalse();
            assertThat(STANDARD.owns(next, number(first + 99))).isFalse();
            assertThat(number(first + 99))
                    .isLessThan(number(STANDARD.first(next).orElseThrow()));
        }
    }

    @Test
    void theAllocatorGivesEachNumberOnceAndInOrder() {
        Version version = new Version("8.9.2");
        TreeSet<BuildNumber> taken = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            BuildNumber next = STANDARD.next(version, taken).orElseThrow();
            assertThat(taken.isEmpty() || next.compareTo(taken.last()) > 0).isTrue();
            assertThat(taken.add(next)).isTrue();
        }
        assertThat(STANDARD.next(version, taken)).as("the room is used up").isEmpty();
    }

    @Test
    void numbersOfOtherVersionsDoNotCount() {
        TreeSet<BuildNumber> taken = new TreeSet<>(List.of(number(80_903_000)));
        assertThat(STANDARD.next(new Version("8.9.2"), taken)).contains(number(80_902_000));
    }

    @Test
    void aSchemeInWhichRangesOverlapIsRefused() {
        assertThatThrownBy(() -> new NumberScheme(List.of(1000L, 10L), 100)).hasMessageContaining("overlap");
    }

    @Test
    void aVersionThatDoesNotFitHasNoNumbers() {
        assertThat(STANDARD.first(new Version("8.100.2"))).isEmpty();
        assertThat(STANDARD.first(new Version("211.0"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8.9.1, 2, 8.9.2", "8.9.1, 1, 8.10.0", "8.9, 2, 8.9.1", "8.9.2.1, 2, 8.9.3", "1.2.3.4, 3, 1.2.3.5"})
    void theNextNameFollowsTheScheme(String last, int part, String next) {
        assertThat(new VersionScheme.Raise(part).next(new Version(last), AUGUST))
                .isEqualTo(new Version(next));
    }

    @ParameterizedTest
    @CsvSource({"26.07.3, 26.08.1", "26.08.1, 26.08.2", "26.09.1, 26.09.2", "25.12.4, 26.08.1"})
    void aDatedNameIsNeverUsedTwiceEvenByACycleThatComesLate(String last, String next) {
        assertThat(new VersionScheme.YearMonth().next(new Version(last), AUGUST))
                .isEqualTo(new Version(next));
    }
}
