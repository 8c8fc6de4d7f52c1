package io.signalbox.world.apple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds resources by id among all apps, as of an instant.
 */
record Finder(AppStore store, Instant asOf) {

    /** A resource and the app that it belongs to. */
    record Found<T>(AppState app, T value, Instant asOf) {
        Resources resources() {
            return new Resources(app, asOf);
        }
    }

    List<AppState> apps() {
        return store.apps().stream()
                .flatMap(id -> store.asOf(id, asOf).stream())
                .toList();
    }

    AppState app(String id) {
        return store.asOf(id, asOf).orElseThrow(() -> AppleRefusal.notFound("apps", id));
    }

    Found<Version> version(String id) {
        return find("appStoreVersions", id, AppState::versions);
    }

    Found<Build> build(String id) {
        return find("builds", id, AppState::builds);
    }

    Found<Localization> localization(String id) {
        return find("appStoreVersionLocalizations", id, AppState::localizations);
    }

    Found<Phased> phased(String id) {
        return find("appStoreVersionPhasedReleases", id, AppState::phased);
    }

    Found<Submission> submission(String id) {
        return find("reviewSubmissions", id, AppState::submissions);
    }

    private <T> Found<T> find(String type, String id, Function<AppState, Map<String, T>> where) {
        return apps().stream()
                .flatMap(app -> Stream.of(app)
                        .map(state -> where.apply(state).get(id))
                        .filter(Objects::nonNull)
                        .map(value -> new Found<>(app, value, asOf)))
                .findFirst()
                .orElseThrow(() -> AppleRefusal.notFound(type, id));
    }
}
