package io.signalbox.world.feed;

import io.signalbox.world.http.Body;
import io.signalbox.world.log.Level;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of one app's folder. Immutable; every change makes a new one. */
record FeedState(Map<String, StoredFile> files) {

    /** A file as it is served. */
    record StoredFile(Body content, Instant written) {
        String tag() {
            return "\"" + content.sha256().substring(0, 32) + "\"";
        }
    }

    Optional<StoredFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    FeedState with(String name, StoredFile file) {
        Map<String, StoredFile> changed = new LinkedHashMap<>(files);
        changed.put(name, file);
        return new FeedState(Collections.unmodifiableMap(changed));
    }

    FeedState without(String name) {
        Map<String, StoredFile> changed = new LinkedHashMap<>(files);
        changed.remove(name);
        return new FeedState(Collections.unmodifiableMap(changed));
    }

    /** What a client that reads a channel file finds there. */
    Offering offering(String channel) {
        Optional<ChannelFile> read =
                file(channel).flatMap(file -> ChannelFile.parse(file.content().text()));
        if (read.isEmpty()) {
            String status = file(channel).isPresent() ? "unreadable" : Level.NONE.status();
            return new Offering("", "", new Level(status, 0));
        }
        ChannelFile offered = read.get();
        boolean fits = file(offered.path())
                .filter(file -> file.content().sha512().equals(offered.sha512()))
                .isPresent();
        Level level = fits
                ? new Level(offered.share() < 1 ? "staged" : "everybody", offered.share())
                : new Level("broken", 0);
        return new Offering(offered.version(), offered.build(), level);
    }

    /** A version on offer; empty texts where there is none. */
    record Offering(String version, String build, Level level) {}
}
