package io.signalbox.world.play;

import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Level;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.users.Audience;
import io.signalbox.world.users.Offer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enters the difference between two states of an app into the log and tells the users what they are offered. */
final class Ledger {
    private final EffectLog log;
    private final Audience audience;

    Ledger(EffectLog log, Audience audience) {
        this.log = log;
        this.audience = audience;
    }

    /** Enters every change; true when there was any. */
    boolean enter(PlayApp before, PlayApp after, Actor by, Optional<String> reason) {
        List<Detail> details = new ArrayList<>();
        for (Track track : after.tracks().values()) {
            Track old = before.track(track.name()).orElse(Track.empty(track.name()));
            wanted(after, old, track, by, details);
            reviews(after, old, track, by, reason, details);
            exposures(after, old, track, by, details);
            if (!old.live().equals(track.live())) {
                audience.offered(after.packageName(), track.name(), offers(after, track));
            }
        }
        settings(before, after, by, details);
        details.forEach(detail -> log.append(Vendor.PLAY, detail));
        return !details.isEmpty();
    }

    void enter(Detail detail) {
        log.append(Vendor.PLAY, detail);
    }

    static List<Offer> offers(PlayApp app, Track track) {
        return track.live().stream()
                .map(release -> new Offer(
                        app.version(release),
                        Long.toString(release.highestCode()),
                        release.share(),
                        release.level().countries()))
                .toList();
    }

    private static void wanted(PlayApp app, Track old, Track now, Actor by, List<Detail> details) {
        levels(old.wanted(), now.wanted())
                .forEach((release, levels) -> details.add(new Detail.Wanted(
                        app.packageName(),
                        now.name(),
                        app.version(release),
                        Long.toString(release.highestCode()),
                        levels.before,
                        levels.after,
                        by)));
        for (Release release : now.wanted()) {
            old.wanted(release)
                    .filter(before -> !before.notes().equals(release.notes()))
                    .ifPresent(before -> details.add(new Detail.Changed(
                            app.packageName(),
                            now.name() + "/" + release.highestCode(),
                            Map.of("releaseNotes", release.notes().toString()),
                            by)));
        }
    }

    private static void exposures(PlayApp app, Track old, Track now, Actor by, List<Detail> details) {
        levels(old.live(), now.live())
                .forEach((release, levels) -> details.add(new Detail.Exposure(
                        app.packageName(),
                        now.name(),
                        app.version(release),
                        Long.toString(release.highestCode()),
                        levels.before,
                        levels.after,
                        by)));
    }

    private static void reviews(
            PlayApp app, Track old, Track now, Actor by, Optional<String> reason, List<Detail> details) {
        if (old.stage() == now.stage() && old.freshCodes().equals(now.freshCodes())) {
            return;
        }
        Optional<Release> subject = now.fresh().findFirst().or(() -> old.fresh().findFirst());
        details.add(new Detail.Review(
                app.packageName(),
                now.name(),
                subject.map(app::version).orElse(""),
                subject.map(release -> Long.toString(release.highestCode())).orElse(""),
                old.stage().name(),
                now.stage().name(),
                reason,
                by));
    }

    private static void settings(PlayApp before, PlayApp after, Actor by, List<Detail> details) {
        Map<String, String> values = new LinkedHashMap<>();
        note(values, "managedPublishing", before.managed(), after.managed());
        note(values, "sendByHand", before.manualSend(), after.manualSend());
        note(values, "draftApp", before.draft(), after.draft());
        note(values, "otherChanges", before.listing(), after.listing());
        if (!values.isEmpty()) {
            details.add(new Detail.Changed(after.packageName(), "app", values, by));
        }
    }

    private static void note(Map<String, String> values, String name, Object before, Object after) {
        if (!before.equals(after)) {
            values.put(name, after.toString());
        }
    }

    /** The levels of all releases whose level differs. */
    private static Map<Release, Change> levels(List<Release> before, List<Release> after) {
        Map<Release, Change> changes = new LinkedHashMap<>();
        for (Release release : after) {
            Level old = level(before, release);
            if (!old.equals(release.level())) {
                changes.put(release, new Change(old, release.level()));
            }
        }
        for (Release release : before) {
            if (after.stream().noneMatch(release::sameBuilds)) {
                changes.put(release, new Change(release.level(), Level.NONE));
            }
        }
        return changes;
    }

    private static Level level(List<Release> releases, Release like) {
        return releases.stream()
                .filter(like::sameBuilds)
                .map(Release::level)
                .findFirst()
                .orElse(Level.NONE);
    }

    private record Change(Level before, Level after) {}
}
