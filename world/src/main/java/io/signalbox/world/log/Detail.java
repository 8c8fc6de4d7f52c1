package io.signalbox.world.log;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a log entry is about. */
public sealed interface Detail {
    /**
     * A request, entered when it has been answered or dropped; its effects stand directly before it.
     *
     * @param status the status that the vendor gave, 0 when nothing was answered
     */
    record Request(long number, String method, String path, int status, Optional<String> credential)
            implements Detail {}

    /** A planned fault that came about on a request. */
    record Fault(String rule, String what, long request) implements Detail {}

    /**
     * A change of what users are really offered.
     *
     * @param app the vendor's name of the app (package, bundle id, feed folder)
     * @param channel the vendor's track, platform or feed file
     * @param build the version code or build number
     */
    record Exposure(String app, String channel, String version, String build, Level before, Level after, Actor by)
            implements Detail {}

    /**
     * A change of what the developer asked the store for. Where nothing stands in between (no review, no publishing by hand)
     * an {@link Exposure} follows at the same instant; otherwise it follows later or never.
     */
    record Wanted(String app, String channel, String version, String build, Level before, Level after, Actor by)
            implements Detail {}

    /** A step of a store's review. */
    record Review(
            String app,
            String channel,
            String version,
            String build,
            String before,
            String after,
            Optional<String> reason,
            Actor by)
            implements Detail {}

    /** A build came to a store or channel, or its processing went on. */
    record Artifact(
            String app,
            String channel,
            String version,
            String build,
            String digest,
            String commit,
            String state,
            Actor by)
            implements Detail {}

    /**
     * Another lasting change of a vendor's state: a version made, notes edited, a setting switched.
     *
     * @param subject what was changed, such as {@code appStoreVersions/17}
     */
    record Changed(String app, String subject, Map<String, String> values, Actor by) implements Detail {
        public Changed {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** A file of a feed was written or deleted; an empty tag means that it is not there. */
    record FileChanged(String app, String file, String tagBefore, String tagAfter, Actor by) implements Detail {}

    /** A branch or tag moved; an empty id means that it is not there. */
    record RefMoved(String repository, String ref, String before, String after, Actor by) implements Detail {}

    /** A job of continuous integration changed its state. */
    record Job(String repository, String branch, String commit, String name, int attempt, String state, Actor by)
            implements Detail {}

    /** An issue was created or changed; the values are those of the changed fields. */
    record IssueChanged(String key, Map<String, String> values, Actor by) implements Detail {
        public IssueChanged {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** A request or act that was accepted but changed nothing, because everything already was as asked. */
    record NoChange(String app, String subject, Actor by) implements Detail {}
}
