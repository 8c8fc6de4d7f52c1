package io.signalbox.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** When the milestones of one release are due. Fixed when its cycle opens, so that moving one release never moves another. */
public record Plan(List<Due> milestones) {

    public record Due(Milestone milestone, Instant at) {}

    /**
     * How far behind the start of its cycle a milestone is.
     *
     * @param days calendar days after the start's date
     * @param time local time of that day
     */
    public record Offset(Milestone milestone, int days, LocalTime time) {
        public Offset {
            if (days < 0 || days > 366) {
                throw new IllegalArgumentException("%s after %d days: use 0 to 366".formatted(milestone, days));
            }
        }
    }

    public Plan {
        milestones = List.copyOf(milestones);
        for (Milestone milestone : Milestone.values()) {
            long count =
                    milestones.stream().filter(d -> d.milestone() == milestone).count();
            if (count != 1) {
                throw new IllegalArgumentException(
                        "a plan names each milestone once: %s is named %d times".formatted(milestone, count));
            }
        }
    }

    /** The plan of a cycle that starts on this date; offsets name every milestone but {@link Milestone#CYCLE_START}. */
    public static Plan of(LocalDate start, Instant startsAt, ZoneId zone, List<Offset> offsets) {
        List<Due> due = new java.util.ArrayList<>();
        due.add(new Due(Milestone.CYCLE_START, startsAt));
        for (Offset offset : offsets) {
            Instant at = start.plusDays(offset.days())
                    .atTime(offset.time())
                    .atZone(zone)
                    .toInstant();
            due.add(new Due(offset.milestone(), at));
        }
        return new Plan(due);
    }

    public Instant at(Milestone milestone) {
        return milestones.stream()
                .filter(d -> d.milestone() == milestone)
                .findFirst()
                .orElseThrow()
                .at();
    }

    /** The same plan with one milestone moved. */
    public Plan with(Milestone milestone, Instant at) {
        return new Plan(milestones.stream()
                .map(d -> d.milestone() == milestone ? new Due(milestone, at) : d)
                .toList());
    }
}
