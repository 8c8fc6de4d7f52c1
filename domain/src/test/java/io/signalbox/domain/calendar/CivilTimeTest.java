package io.signalbox.domain.calendar;

import static io.signalbox.domain.Given.STOCKHOLM;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Civil time across clock changes. */
class CivilTimeTest {
    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Hours.Weekly weekly(Hours.Span... spans) {
        return new Hours.Weekly(STOCKHOLM, List.of(spans));
    }

    private static Hours.Span span(DayOfWeek day, String from, String to) {
        return new Hours.Span(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    @Requirement("R1")
    void nineOClockIsNineOClockInSummerAndInWinter() {
        Schedule friday = Schedule.weekly(DayOfWeek.FRIDAY, LocalTime.of(9, 0), STOCKHOLM);
        assertThat(friday.startOn(LocalDate.of(2024, 10, 25))).isEqualTo(at("2024-10-25T07:00:00Z"));
        assertThat(friday.startOn(LocalDate.of(2024, 11, 1))).isEqualTo(at("2024-11-01T08:00:00Z"));
        assertThat(friday.startOn(LocalDate.of(2025, 4, 4))).isEqualTo(at("2025-04-04T07:00:00Z"));
    }

    @Test
    @Requirement("R1")
    void aTimeThatTheClockSkipsIsMovedOnAndOneThatOccursTwiceMeansTheFirst() {
        Schedule sunday = Schedule.weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 30), STOCKHOLM);
        assertThat(sunday.startOn(LocalDate.of(2025, 3, 30))).isEqualTo(at("2025-03-30T01:30:00Z"));
        assertThat(sunday.startOn(LocalDate.of(2024, 10, 27))).isEqualTo(at("2024-10-27T00:30:00Z"));
    }

    @Test
    void everyOtherWeekIsCountedFromTheFirst() {
        Schedule schedule = new Schedule(DayOfWeek.FRIDAY, LocalTime.of(9, 0), STOCKHOLM, 2, LocalDate.of(2024, 9, 20));
        assertThat(schedule.dateFrom(LocalDate.of(2024, 9, 21))).isEqualTo(LocalDate.of(2024, 10, 4));
        assertThat(schedule.dateFrom(LocalDate.of(2024, 10, 4))).isEqualTo(LocalDate.of(2024, 10, 4));
        assertThat(schedule.dateAfter(LocalDate.of(2024, 10, 4))).isEqualTo(LocalDate.of(2024, 10, 18));
    }

    @Test
    @Requirement("R4")
    void aPlanKeepsItsLocalTimesAcrossAClockChange() {
        Plan plan = Plan.of(LocalDate.of(2024, 10, 18), at("2024-10-18T07:00:00Z"), STOCKHOLM, Given.offsets());
        assertThat(plan.at(Milestone.BRANCH_CUT)).isEqualTo(at("2024-10-25T07:00:00Z"));
        assertThat(plan.at(Milestone.SUBMISSION)).isEqualTo(at("2024-10-28T08:00:00Z"));
        assertThat(plan.at(Milestone.EVERYONE)).isEqualTo(at("2024-10-30T11:00:00Z"));
    }

    @Test
    @Requirement("R107")
    void workingHoursFollowTheLocalClock() {
        Hours hours = weekly(span(DayOfWeek.FRIDAY, "09:00", "17:00"), span(DayOfWeek.MONDAY, "09:00", "17:00"));
        assertThat(hours.open(at("2024-10-25T07:00:00Z"))).isTrue();
        assertThat(hours.open(at("2024-10-25T15:00:00Z"))).isFalse();
        assertThat(hours.nextOpening(at("2024-10-25T15:00:00Z"))).contains(at("2024-10-28T08:00:00Z"));
        assertThat(hours.nextClosing(at("2024-10-28T08:00:00Z"))).contains(at("2024-10-28T16:00:00Z"));
    }

    @Test
    @Requirement("R107")
    void hoursAtAClockChangeOpenAndCloseWhenTheySayTheyDo() {
        Hours gap = weekly(span(DayOfWeek.SUNDAY, "02:30", "04:00"));
        assertThat(gap.nextOpening(at("2025-03-30T00:00:00Z"))).contains(at("2025-03-30T01:30:00Z"));
        assertThat(gap.open(at("2025-03-30T01:29:59Z"))).isFalse();
        assertThat(gap.open(at("2025-03-30T01:30:00Z"))).isTrue();
        Hours twice = weekly(span(DayOfWeek.SUNDAY, "01:00", "02:30"));
        assertThat(twice.nextClosing(at("2024-10-27T00:00:00Z"))).contains(at("2024-10-27T00:30:00Z"));
        assertThat(twice.open(at("2024-10-27T01:10:00Z")))
                .as("02:10 for the second time")
                .isFalse();
    }

    @Test
    @Requirement("R107")
    void midnightAsAnEndIsTheEndOfTheDayAndDaysThatMeetDoNotClose() {
        Hours hours = weekly(span(DayOfWeek.FRIDAY, "18:00", "00:00"), span(DayOfWeek.SATURDAY, "00:00", "06:00"));
        assertThat(hours.open(at("2024-10-25T21:59:59Z"))).isTrue();
        assertThat(hours.nextClosing(at("2024-10-25T17:00:00Z"))).contains(at("2024-10-26T04:00:00Z"));
    }

    @Test
    @Requirement("R107")
    void aDayThatBeginsAtOneBeginsAtOne() {
        Hours cairo = new Hours.Weekly(ZoneId.of("Africa/Cairo"), List.of(span(DayOfWeek.FRIDAY, "00:00", "06:00")));
        assertThat(cairo.nextOpening(at("2024-04-25T12:00:00Z"))).contains(at("2024-04-25T22:00:00Z"));
        assertThat(cairo.open(at("2024-04-25T22:00:00Z"))).isTrue();
    }
}
