package io.signalbox.world.apple;

import io.signalbox.world.apple.Version.ReleaseType;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.log.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Versions: making them, their texts, their build, and declining an approval. */
final class VersionRoutes {
    private static final String TYPE = "appStoreVersions";
    private static final String TEXTS = "appStoreVersionLocalizations";

    private final AppStore store;
    private final Function<Call, Actor> caller;

    VersionRoutes(AppStore store, Function<Call, Actor> caller) {
        this.store = store;
        this.caller = caller;
    }

    void addTo(Router router) {
        router.on("POST", "/v1/appStoreVersions", this::create)
                .on("GET", "/v1/appStoreVersions/{id}", this::get)
                .on("PATCH", "/v1/appStoreVersions/{id}", this::update)
                .on("GET", "/v1/apps/{id}/appStoreVersions", this::list)
                .on("PATCH", "/v1/appStoreVersions/{id}/relationships/build", this::choose)
                .on("GET", "/v1/appStoreVersions/{id}/relationships/build", this::build)
                .on("GET", "/v1/appStoreVersions/{id}/build", this::build)
                .on("GET", "/v1/appStoreVersions/{id}/appStoreVersionLocalizations", this::texts)
                .on("GET", "/v1/appStoreVersions/{id}/appStoreVersionSubmission", this::submission)
                .on("DELETE", "/v1/appStoreVersionSubmissions/{id}", this::decline)
                .on("POST", "/v1/appStoreVersionLocalizations", this::localize)
                .on("GET", "/v1/appStoreVersionLocalizations/{id}", this::text)
                .on("PATCH", "/v1/appStoreVersionLocalizations/{id}", this::reword);
    }

    private Reply create(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, TYPE);
        AppState app = current().app(payload.requiredRelationship("app"));
        if (!payload.required("platform").equals("IOS")) {
            throw AppleRefusal.badAttribute(".INVALID_VALUE", "platform", "This app is for IOS only.");
        }
        AppState after = store.change(app.id(), caller.apply(call), (state, now) -> {
            AppState created = Preparing.create(
                    state,
                    payload.required("versionString"),
                    payload.word("releaseType", ReleaseType.class).orElse(ReleaseType.AFTER_APPROVAL),
                    payload.instant("earliestReleaseDate"),
                    payload.text("copyright").orElse(""),
                    now);
            return payload.relationship("build")
                    .map(build -> Preparing.choose(created, newest(created), Optional.of(build)))
                    .orElse(created);
        });
        return Documents.one(call, 201, new Resources(after, call.asOf()).version(newest(after)));
    }

    private static Version newest(AppState app) {
        return List.copyOf(app.versions().values()).getLast();
    }

    private Reply get(Call call, Map<String, String> path) {
        Finder.Found<Version> found = finder(call).version(id(path));
        return Documents.one(call, 200, found.resources().version(found.value()));
    }

    private Reply list(Call call, Map<String, String> path) {
        AppState app = finder(call).app(id(path));
        List<Version> all = app.versions().values().stream()
                .sorted(Comparator.comparing(Version::created).reversed())
                .toList();
        Map<String, Function<Version, String>> filters = Map.of(
                "id", Version::id,
                "versionString", Version::text,
                "platform", version -> "IOS",
                "appVersionState", version -> version.state().name(),
                "appStoreState", version -> version.state().old());
        return Documents.many(call, all, new Resources(app, call.asOf())::version, filters);
    }

    private Reply update(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, TYPE, id(path));
        Finder.Found<Version> found = current().version(id(path));
        AppState after = store.change(found.app().id(), caller.apply(call), (state, now) -> {
            AppState updated = Preparing.update(
                    state,
                    found.value(),
                    payload.text("versionString"),
                    payload.word("releaseType", ReleaseType.class),
                    payload.instant("earliestReleaseDate"),
                    payload.text("copyright"));
            return payload.relationship("build")
                    .map(build -> Preparing.choose(updated, version(updated, id(path)), Optional.of(build)))
                    .orElse(updated);
        });
        return Documents.one(call, 200, new Resources(after, call.asOf()).version(version(after, id(path))));
    }

    private Reply choose(Call call, Map<String, String> path) {
        Finder.Found<Version> found = current().version(id(path));
        Optional<String> build = Payload.linkage(call);
        store.change(
                found.app().id(), caller.apply(call), (state, now) -> Preparing.choose(state, found.value(), build));
        return Reply.empty(204);
    }

    private Reply build(Call call, Map<String, String> path) {
        Finder.Found<Version> found = finder(call).version(id(path));
        return found.value()
                .build()
                .flatMap(found.resources()::findBuild)
                .map(build -> Documents.one(call, 200, build))
                .orElseGet(() -> Documents.none(call));
    }

    private Reply submission(Call call, Map<String, String> path) {
        Finder.Found<Version> found = finder(call).version(id(path));
        return found.resources()
                .submissionOf(found.value())
                .map(submission -> Documents.one(call, 200, submission))
                .orElseGet(() -> Documents.none(call));
    }

    private Reply decline(Call call, Map<String, String> path) {
        Finder.Found<Version> found = current().version(id(path));
        store.change(
                found.app().id(), caller.apply(call), (state, now) -> Submitting.decline(state, found.value(), now));
        return Reply.empty(204);
    }

    private Reply texts(Call call, Map<String, String> path) {
        Finder.Found<Version> found = finder(call).version(id(path));
        List<Localization> all = found.app().localizationsOf(id(path)).toList();
        return Documents.many(call, all, found.resources()::localization, Map.of("locale", Localization::locale));
    }

    private Reply text(Call call, Map<String, String> path) {
        Finder.Found<Localization> found = finder(call).localization(id(path));
        return Documents.one(call, 200, found.resources().localization(found.value()));
    }

    private Reply localize(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, TEXTS);
        Finder.Found<Version> found = current().version(payload.requiredRelationship("appStoreVersion"));
        AppState after = store.change(
                found.app().id(),
                caller.apply(call),
                (state, now) -> Preparing.localize(
                        state, found.value(), payload.required("locale"), payload.textsBut("locale")));
        Localization added = after.localizationsOf(found.value().id())
                .reduce((first, second) -> second)
                .orElseThrow();
        return Documents.one(call, 201, new Resources(after, call.asOf()).localization(added));
    }

    private Reply reword(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, TEXTS, id(path));
        Finder.Found<Localization> found = current().localization(id(path));
        store.change(
                found.app().id(),
                caller.apply(call),
                (state, now) -> Preparing.reword(state, found.value(), payload.textsBut("locale")));
        Finder.Found<Localization> after = current().localization(id(path));
        return Documents.one(call, 200, after.resources().localization(after.value()));
    }

    private static Version version(AppState app, String id) {
        return Objects.requireNonNull(app.versions().get(id));
    }

    private Finder finder(Call call) {
        return new Finder(store, call.asOf());
    }

    /** Writes see the present, also where reads are frozen. */
    private Finder current() {
        return new Finder(store, store.timeline().now());
    }

    private static String id(Map<String, String> path) {
        return path.getOrDefault("id", "");
    }
}
