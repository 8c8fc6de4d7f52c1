package io.signalbox.world.feed;

import io.signalbox.world.ci.Platform;
import io.signalbox.world.ci.Upload;
import io.signalbox.world.feed.FeedState.Offering;
import io.signalbox.world.feed.FeedState.StoredFile;
import io.signalbox.world.http.Body;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Level;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.History;
import io.signalbox.world.time.Timeline;
import io.signalbox.world.users.Audience;
import io.signalbox.world.users.Offer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The feed host as a stateful model: the files of each app's folder, and what they mean for those who read them. Thread-safe. */
public final class FeedHost {
    private final Timeline timeline;
    private final EffectLog log;
    private final Audience audience;
    private final Map<String, History<FeedState>> folders = new TreeMap<>();

    public FeedHost(Timeline timeline, EffectLog log, Audience audience) {
        this.timeline = timeline;
        this.log = log;
        this.audience = audience;
    }

    /** The channel files of the operating systems that a build is made for. */
    public static Map<String, String> channels() {
        Map<String, String> channels = new LinkedHashMap<>();
        channels.put("windows", "latest.yml");
        channels.put("mac", "latest-mac.yml");
        channels.put("linux", "latest-linux.yml");
        return channels;
    }

    /** Registers an app's folder in which a version is offered to everybody on every operating system. */
    public void register(String app, String version, String build) {
        timeline.alone(() -> {
            folders.put(app, new History<>(timeline.now(), new FeedState(Map.of())));
            for (Platform.FileKind kind : Platform.DESKTOP.files()) {
                String name = app + "-desktop-" + kind.os() + "-" + version + "-" + build + "." + kind.extension();
                Body content = Body.of(name);
                write(app, name, content, Actor.itself());
                String text = ChannelFile.text(version, name, content, timeline.now());
                write(app, Objects.requireNonNull(channels().get(kind.os())), Body.of(text), Actor.itself());
            }
        });
    }

    /** Takes a built file; no channel file offers it yet. */
    public void upload(String app, Upload upload) {
        timeline.alone(() -> {
            write(app, upload.fileName(), upload.content(), Actor.itself());
            log.append(
                    Vendor.FEED,
                    new Detail.Artifact(
                            app,
                            upload.os().orElse("desktop"),
                            upload.version(),
                            Long.toString(upload.build()),
                            upload.digest(),
                            upload.commit(),
                            "on the host",
                            Actor.itself()));
        });
    }

    /** Writes a file as somebody with access to the host does. */
    public void writeByHand(String app, String file, String text, String person) {
        timeline.alone(() -> write(app, file, Body.of(text), Actor.person(person)));
    }

    /** The text of a file as it is now. */
    public Optional<String> read(String app, String file) {
        return timeline.alone(() -> at(app, timeline.now())
                .flatMap(state -> state.file(file))
                .map(stored -> new String(stored.content().bytes(), StandardCharsets.UTF_8)));
    }

    Timeline timeline() {
        return timeline;
    }

    /** A folder as it was at an instant; under the world's lock. */
    Optional<FeedState> at(String app, Instant instant) {
        return Optional.ofNullable(folders.get(app)).map(folder -> folder.at(instant));
    }

    void write(String app, String file, Body content, Actor by) {
        FeedState before = current(app);
        change(app, file, before, before.with(file, new StoredFile(content, timeline.now())), by);
    }

    void delete(String app, String file, Actor by) {
        FeedState before = current(app);
        change(app, file, before, before.without(file), by);
    }

    private FeedState current(String app) {
        History<FeedState> folder = folders.get(app);
        if (folder == null) {
            throw new IllegalArgumentException("The feed host has no folder " + app + ": register it");
        }
        return folder.current();
    }

    private void change(String app, String file, FeedState before, FeedState after, Actor by) {
        String tagBefore = before.file(file).map(StoredFile::tag).orElse("");
        String tagAfter = after.file(file).map(StoredFile::tag).orElse("");
        Objects.requireNonNull(folders.get(app)).set(timeline.now(), after);
        if (tagBefore.equals(tagAfter)) {
            log.append(Vendor.FEED, new Detail.NoChange(app, file, by));
            return;
        }
        log.append(Vendor.FEED, new Detail.FileChanged(app, file, tagBefore, tagAfter, by));
        channels().forEach((os, channel) -> exposure(app, os, before.offering(channel), after.offering(channel), by));
    }

    private void exposure(String app, String os, Offering before, Offering after, Actor by) {
        if (before.equals(after)) {
            return;
        }
        boolean same =
                before.version().equals(after.version()) && before.build().equals(after.build());
        if (!same && !before.version().isEmpty()) {
            log.append(Vendor.FEED, entry(app, os, before, before.level(), Level.NONE, by));
        }
        log.append(Vendor.FEED, entry(app, os, after, same ? before.level() : Level.NONE, after.level(), by));
        List<Offer> offers = after.level().share() > 0
                ? List.of(
                        new Offer(after.version(), after.build(), after.level().share(), List.of()))
                : List.of();
        audience.offered(app, os, offers);
    }

    private static Detail entry(String app, String os, Offering of, Level before, Level after, Actor by) {
        return new Detail.Exposure(app, os, of.version(), of.build(), before, after, by);
    }
}
