package io.signalbox.world.play;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A developer's working copy of an app. It is good for one revision of the app, and for a time. */
final class Edit {
    private final String id;
    private final String user;
    private final String packageName;
    private final long revision;
    private final Instant expires;
    private final Map<String, List<Release>> changed = new LinkedHashMap<>();
    private State state = State.OPEN;

    enum State {
        OPEN,
        DELETED,
        COMMITTED
    }

    Edit(String id, String user, PlayApp base, Instant expires) {
        this.id = id;
        this.user = user;
        this.packageName = base.packageName();
        this.revision = base.revision();
        this.expires = expires;
    }

    String id() {
        return id;
    }

    String user() {
        return user;
    }

    String packageName() {
        return packageName;
    }

    long revision() {
        return revision;
    }

    Instant expires() {
        return expires;
    }

    State state() {
        return state;
    }

    void end(State as) {
        state = as;
    }

    boolean open() {
        return state == State.OPEN;
    }

    void put(String track, List<Release> releases) {
        changed.put(track, List.copyOf(releases));
    }

    Map<String, List<Release>> changed() {
        return changed;
    }
}
