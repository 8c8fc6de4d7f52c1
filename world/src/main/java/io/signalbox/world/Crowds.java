package io.signalbox.world;

import io.signalbox.world.ci.Platform;
import io.signalbox.world.ci.Upload;
import io.signalbox.world.users.Build;
import io.signalbox.world.users.Offer;
import io.signalbox.world.users.Population;
import io.signalbox.world.users.Ring;
import io.signalbox.world.users.Users;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settles the users of the apps and leads what the stores offer to those whom it concerns. */
final class Crowds {
    private static final List<Map.Entry<String, Double>> DESKTOPS =
            List.of(Map.entry("windows", 0.6), Map.entry("mac", 0.3), Map.entry("linux", 0.1));

    private final List<WorldApp> apps;
    private final Users users;
    private final ZoneId zone;

    Crowds(List<WorldApp> apps, Users users, ZoneId zone) {
        this.apps = apps;
        this.users = users;
        this.zone = zone;
    }

    /** Everybody has the live build at the start. */
    void settle(WorldApp app, Build live) {
        for (Ring ring : Ring.values()) {
            settle(app, Platform.ANDROID, "", ring, 1, live);
            settle(app, Platform.IOS, "", ring, 0.7, live);
            DESKTOPS.forEach(os -> settle(app, Platform.DESKTOP, os.getKey(), ring, 0.3 * os.getValue(), live));
        }
    }

    private void settle(WorldApp app, Platform platform, String os, Ring ring, double size, Build live) {
        long people = switch (ring) {
            case EMPLOYEES -> 3_000;
            case ALPHA -> 10_000;
            case BETA -> 150_000;
            case PRODUCTION -> 8_000_000;
        };
        boolean insiders = ring == Ring.EMPLOYEES || ring == Ring.ALPHA;
        boolean phased = ring == Ring.PRODUCTION && platform == Platform.IOS;
        users.populate(new Population(
                crowd(app.key(), platform, os, ring),
                project(app.key(), platform),
                ring,
                Math.max(1, Math.round(people * size)),
                insiders ? 6 : 3,
                insiders ? Duration.ofHours(4) : Duration.ofHours(14),
                phased ? Duration.ofDays(60) : Duration.ZERO,
                platform == Platform.DESKTOP,
                ring == Ring.EMPLOYEES ? Map.of("SE", 0.6, "US", 0.3, "GB", 0.1) : Population.EVERYWHERE,
                zone,
                live));
    }

    void onPlay(String packageName, String track, List<Offer> offers) {
        if (track.equals("production")) {
            apps.stream()
                    .filter(app -> app.playPackage().equals(packageName))
                    .forEach(app -> users.offer(crowd(app.key(), Platform.ANDROID, "", Ring.PRODUCTION), offers));
        }
    }

    void onApple(String bundleId, String channel, List<Offer> offers) {
        apps.stream()
                .filter(app -> app.bundleId().equals(bundleId))
                .forEach(app -> users.offer(crowd(app.key(), Platform.IOS, "", Ring.PRODUCTION), offers));
    }

    void onFeed(String folder, String os, List<Offer> offers) {
        users.offer(crowd(folder, Platform.DESKTOP, os, Ring.PRODUCTION), offers);
    }

    /** Nightly builds go to employees and alpha testers, builds of a release branch to the public beta. */
    void onUpload(Upload upload) {
        Offer offer = new Offer(upload.version(), Long.toString(upload.build()), 1, List.of());
        List<Ring> rings = upload.nightly() ? List.of(Ring.EMPLOYEES, Ring.ALPHA) : List.of(Ring.BETA);
        Optional<String> os = upload.os();
        rings.forEach(ring ->
                users.offer(crowd(upload.repository(), upload.platform(), os.orElse(""), ring), List.of(offer)));
    }

    private static String project(String app, Platform platform) {
        return app + "-" + platform.word();
    }

    /** The project in which the crashes of a package are counted; empty when no app has this package name. */
    Optional<String> androidProject(String packageName) {
        return apps.stream()
                .filter(app -> app.playPackage().equals(packageName))
                .map(app -> project(app.key(), Platform.ANDROID))
                .findFirst();
    }

    private static String crowd(String app, Platform platform, String os, Ring ring) {
        return String.join(" ", project(app, platform), os.isEmpty() ? "all" : os, ring.environment());
    }
}
