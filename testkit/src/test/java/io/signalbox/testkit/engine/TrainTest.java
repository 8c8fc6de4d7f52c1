package io.signalbox.testkit.engine;

import static io.signalbox.domain.Given.STOCKHOLM;
import static io.signalbox.testkit.engine.Railway.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Requirement;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Refusal;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Schedule;
import io.signalbox.domain.train.Cycle;
import io.signalbox.engine.command.Handled;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A train that leaves on Fridays at 09:00 in Stockholm. */
class TrainTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 20);
    private static final String SUNDAY = "2024-10-13T12:00:00Z";

    private static List<LocalDate> fridays(int weeks) {
        return IntStream.range(0, weeks).mapToObj(FIRST::plusWeeks).toList();
    }

    private static List<LocalDate> dates(Railway railway) {
        return railway.train().cycles().stream().map(Cycle::date).toList();
    }

    private static Instant after(int weeks) {
        return ZonedDateTime.of(FIRST.plusWeeks(weeks), LocalTime.of(8, 0), STOCKHOLM)
                .toInstant();
    }

    @Test
    @Requirement("R1")
    void leavesOnceAWeekAtNineForSixtyWeeksAcrossBothClockChanges() {
        Railway railway = Railway.withoutWorld().until(after(60));
        assertThat(dates(railway)).isEqualTo(fridays(60));
        assertThat(railway.train().cycles()).allSatisfy(cycle -> {
            ZonedDateTime local = cycle.openedAt().atZone(STOCKHOLM);
            assertThat(local.toLocalDate()).isEqualTo(cycle.date());
            assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        });
        assertThat(railway.train().cycles()).extracting(Cycle::version).doesNotHaveDuplicates();
    }

    @Test
    @Requirement("R1")
    void aRestartNeitherDoublesNorSkipsACycle() {
        Railway railway = Railway.withoutWorld();
        for (int week = 0; week < 8; week++) {
            railway.until(after(week))
                    .restart()
                    .until(after(week).plus(Duration.ofHours(1)))
                    .restart();
        }
        assertThat(dates(railway)).isEqualTo(fridays(8));
    }

    @Test
    @Requirement({"R1", "R4"})
    void anOutageOverAFridayIsMadeUpForOnceWithThePlanItWouldHaveHad() {
        Railway railway = Railway.withoutWorld().until("2024-10-10T12:00:00Z").outage(Duration.ofDays(3));
        railway.until(Instant.parse(SUNDAY).plus(Duration.ofMinutes(1)));
        assertThat(dates(railway)).isEqualTo(fridays(4));
        Cycle late = railway.train().cycles().getLast();
        assertThat(late.openedAt()).isEqualTo(Instant.parse(SUNDAY));
        assertThat(railway.release(late.version().text()).plan().at(Milestone.CYCLE_START))
                .isEqualTo(Instant.parse("2024-10-11T07:00:00Z"));
        assertThat(dates(railway.until(after(6)))).isEqualTo(fridays(6));
    }

    @Test
    @Requirement("R1")
    void anotherTimetableMakesUpForNothingBeforeTheNewestCycle() {
        Railway railway = Railway.withoutWorld().until(after(6));
        railway.with(new Schedule(DayOfWeek.MONDAY, LocalTime.of(9, 0), STOCKHOLM, 1, LocalDate.of(2024, 1, 1)))
                .restart()
                .until(after(8));
        assertThat(dates(railway).subList(6, dates(railway).size()))
                .containsExactly(LocalDate.of(2024, 10, 28), LocalDate.of(2024, 11, 4), LocalDate.of(2024, 11, 11));
    }

    @Test
    @Requirement("R6")
    void aSkippedFridayIsLeftOutAndTheTrainGoesOnTheWeekAfter() {
        Railway railway = Railway.withoutWorld();
        railway.accepted(TRAIN, new Command.Skip(FIRST.plusWeeks(1), "company holiday"));
        assertThat(dates(railway.until(after(3)))).containsExactly(FIRST, FIRST.plusWeeks(2));
    }

    @Test
    @Requirement("R6")
    void aPostponedFridayLeavesLaterAndMovesNoOther() {
        Railway railway = Railway.withoutWorld();
        Instant monday = Instant.parse("2024-09-30T08:00:00Z");
        railway.accepted(TRAIN, new Command.Postpone(FIRST.plusWeeks(1), monday, "public holiday"));
        railway.until(after(3));
        assertThat(dates(railway)).isEqualTo(fridays(3));
        assertThat(railway.train().cycles()).extracting(Cycle::openedAt).contains(monday, after(2).plusSeconds(3600));
    }

    @Test
    @Requirement("R6")
    void theJournalHoldsWhoChangedTheCalendarAndWhy() {
        Railway railway = Railway.withoutWorld();
        railway.accepted(TRAIN, new Command.Skip(FIRST, "company holiday"));
        Kept kept = railway.storage.journalOf(TRAIN, 1).getFirst();
        assertThat(kept.entry().by()).isEqualTo("Ana");
        assertThat(kept.entry().fact())
                .isInstanceOfSatisfying(
                        Fact.Commanded.class,
                        c -> assertThat(c.command().reason()).isEqualTo("company holiday"));
    }

    @Test
    @Requirement("R6")
    void whatIsNoDepartureOrHasHappenedCannotBeSkipped() {
        Railway railway = Railway.withoutWorld().until(after(1));
        assertThat(railway.give(TRAIN, new Command.Skip(FIRST.plusDays(1), "no such train")))
                .isEqualTo(new Handled.Refused(new Refusal.NotNow(Refusal.Why.NOT_SCHEDULED)));
        assertThat(railway.give(TRAIN, new Command.Skip(FIRST, "it has left")))
                .isEqualTo(new Handled.Refused(new Refusal.NotNow(Refusal.Why.ALREADY_DEPARTED)));
        assertThat(railway.give(TRAIN, new Command.Skip(FIRST.plusWeeks(1), "")))
                .isEqualTo(new Handled.Refused(new Refusal.NoReason(5)));
    }
}
