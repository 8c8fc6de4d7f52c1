package io.signalbox.domain.track;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.verdict.CriterionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one decision leaves for the next.
 *
 * @param unproven destinations that went live by themselves and whose guard was not found met since
 * @param actionsPlanned how many actions this track has ever planned: the next one's number
 */
public record Memory(
        List<Standing> standings, List<Announcement> announcements, List<DestinationKey> unproven, int actionsPlanned) {
    public static final Memory BLANK = new Memory(List.of(), List.of(), List.of(), 0);

    public Memory {
        standings = List.copyOf(standings);
        announcements = List.copyOf(announcements);
        unproven = List.copyOf(unproven);
    }

    public Optional<Standing> standing(CriterionKey key) {
        return standings.stream().filter(s -> s.criterion().equals(key)).findFirst();
    }

    public Optional<Announcement> announced(String place) {
        return announcements.stream().filter(a -> a.place().equals(place)).findFirst();
    }

    public Memory withStandings(List<Standing> now) {
        return new Memory(now, announcements, unproven, actionsPlanned);
    }

    public Memory withUnproven(List<DestinationKey> now) {
        return new Memory(standings, announcements, now, actionsPlanned);
    }

    public Memory with(Announcement announcement) {
        List<Announcement> now = new ArrayList<>(announcements);
        now.removeIf(a -> a.place().equals(announcement.place()));
        now.add(announcement);
        return new Memory(standings, now, unproven, actionsPlanned);
    }

    public Memory withoutAnnouncement(String place) {
        return new Memory(
                standings,
                announcements.stream().filter(a -> !a.place().equals(place)).toList(),
                unproven,
                actionsPlanned);
    }

    public Memory planned() {
        return new Memory(standings, announcements, unproven, actionsPlanned + 1);
    }
}
