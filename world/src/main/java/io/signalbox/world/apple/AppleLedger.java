package io.signalbox.world.apple;

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
final class AppleLedger {
    static final String CHANNEL = "IOS";

    private final EffectLog log;
    private final Audience audience;

    AppleLedger(EffectLog log, Audience audience) {
        this.log = log;
        this.audience = audience;
    }

    /** Enters every change; true when there was any. */
    boolean enter(AppState before, AppState after, Actor by, Optional<String> reason) {
        List<Detail> details = new ArrayList<>();
        after.builds().values().forEach(build -> build(before, after, build, by, details));
        after.versions().values().forEach(version -> version(before, after, version, by, reason, details));
        after.localizations().values().forEach(text -> text(before, after, text, by, details));
        after.submissions().values().forEach(submission -> submission(before, after, submission, by, details));
        phased(before, after, by, details);
        details.forEach(detail -> log.append(Vendor.APPLE, detail));
        List<Offer> offers = offers(after);
        if (!offers(before).equals(offers)) {
            audience.offered(after.bundleId(), CHANNEL, offers);
        }
        return !details.isEmpty();
    }

    void nothing(AppState app, String subject, Actor by) {
        log.append(Vendor.APPLE, new Detail.NoChange(app.bundleId(), subject, by));
    }

    static List<Offer> offers(AppState app) {
        return app.versions().values().stream()
                .filter(version -> version.state() == VersionState.READY_FOR_DISTRIBUTION)
                .map(version -> new Offer(
                        version.text(),
                        app.buildNumber(version),
                        level(app, version).share(),
                        List.of()))
                .toList();
    }

    /** What users are offered of a version. */
    private static Level level(AppState app, Version version) {
        if (version.state() == VersionState.REPLACED_WITH_NEW_VERSION) {
            return new Level(version.state().name(), 0);
        }
        if (version.state() != VersionState.READY_FOR_DISTRIBUTION) {
            return Level.NONE;
        }
        return app.phasedOf(version.id())
                .map(phased -> new Level(phased.state().name(), phased.share()))
                .orElse(new Level(version.state().name(), 1));
    }

    private static void build(AppState before, AppState after, Build build, Actor by, List<Detail> details) {
        if (!build.equals(before.builds().get(build.id()))) {
            details.add(new Detail.Artifact(
                    after.bundleId(),
                    CHANNEL,
                    build.version(),
                    build.number(),
                    build.digest(),
                    build.commit(),
                    build.state().name(),
                    by));
        }
    }

    private static void version(
            AppState before, AppState after, Version version, Actor by, Optional<String> reason, List<Detail> details) {
        Version old = before.versions().get(version.id());
        String number = after.buildNumber(version);
        Map<String, String> changed = new LinkedHashMap<>();
        if (old == null || !old.releaseType().equals(version.releaseType())) {
            changed.put("releaseType", version.releaseType().name());
        }
        if (old == null || !old.text().equals(version.text())) {
            changed.put("versionString", version.text());
        }
        if (old == null || !old.build().equals(version.build())) {
            changed.put("build", number);
        }
        if (old == null || !old.copyright().equals(version.copyright())) {
            changed.put("copyright", version.copyright());
        }
        if (old == null || !old.earliest().equals(version.earliest())) {
            changed.put(
                    "earliestReleaseDate",
                    version.earliest().map(Object::toString).orElse(""));
        }
        if (!changed.isEmpty()) {
            details.add(new Detail.Changed(after.bundleId(), "appStoreVersions/" + version.id(), changed, by));
        }
        VersionState state = old == null ? VersionState.PREPARE_FOR_SUBMISSION : old.state();
        if (state != version.state()) {
            details.add(new Detail.Review(
                    after.bundleId(),
                    CHANNEL,
                    version.text(),
                    number,
                    state.name(),
                    version.state().name(),
                    reason,
                    by));
        }
        Level was = old == null ? Level.NONE : level(before, old);
        Level is = level(after, version);
        if (!was.equals(is)) {
            details.add(new Detail.Exposure(after.bundleId(), CHANNEL, version.text(), number, was, is, by));
        }
    }

    private static void text(AppState before, AppState after, Localization text, Actor by, List<Detail> details) {
        Localization old = before.localizations().get(text.id());
        if (!text.equals(old)) {
            details.add(new Detail.Changed(
                    after.bundleId(),
                    "appStoreVersionLocalizations/" + text.id() + "/" + text.locale(),
                    text.texts(),
                    by));
        }
    }

    private static void submission(
            AppState before, AppState after, Submission submission, Actor by, List<Detail> details) {
        Submission old = before.submissions().get(submission.id());
        boolean sameItems =
                old != null && old.items().size() == submission.items().size();
        if (old == null || old.state() != submission.state() || !sameItems) {
            details.add(new Detail.Changed(
                    after.bundleId(),
                    "reviewSubmissions/" + submission.id(),
                    Map.of(
                            "state",
                            submission.state().name(),
                            "items",
                            Integer.toString(submission.items().size())),
                    by));
        }
    }

    /** A phased release that is planned or dropped is wanted; one that runs is part of the version's exposure. */
    private static void phased(AppState before, AppState after, Actor by, List<Detail> details) {
        for (Phased phased : after.phased().values()) {
            if (!before.phased().containsKey(phased.id())) {
                details.add(wanted(after, phased, Level.NONE, new Level("INACTIVE", 0), by));
            }
        }
        for (Phased phased : before.phased().values()) {
            if (!after.phased().containsKey(phased.id())) {
                details.add(wanted(before, phased, new Level("INACTIVE", 0), Level.NONE, by));
            }
        }
    }

    private static Detail wanted(AppState app, Phased phased, Level before, Level after, Actor by) {
        Version version = app.versions().get(phased.version());
        String text = version == null ? "" : version.text();
        String number = version == null ? "" : app.buildNumber(version);
        return new Detail.Wanted(app.bundleId(), CHANNEL, text, number, before, after, by);
    }
}
