package io.signalbox.world.apple;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.log.Actor;
import java.util.Map;
import java.util.function.Function;

/** Release requests and phased releases. */
final class ReleaseRoutes {
    private static final String TYPE = "appStoreVersionPhasedReleases";
    private static final String REQUESTS = "appStoreVersionReleaseRequests";

    private final AppStore store;
    private final Function<Call, Actor> caller;

    ReleaseRoutes(AppStore store, Function<Call, Actor> caller) {
        this.store = store;
        this.caller = caller;
    }

    void addTo(Router router) {
        router.on("POST", "/v1/appStoreVersionReleaseRequests", this::release)
                .on("POST", "/v1/appStoreVersionPhasedReleases", this::plan)
                .on("PATCH", "/v1/appStoreVersionPhasedReleases/{id}", this::change)
                .on("DELETE", "/v1/appStoreVersionPhasedReleases/{id}", this::drop)
                .on("GET", "/v1/appStoreVersions/{id}/appStoreVersionPhasedRelease", this::get);
    }

    private Reply release(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, REQUESTS);
        Finder.Found<Version> found = current().version(payload.requiredRelationship("appStoreVersion"));
        store.change(found.app().id(), caller.apply(call), (app, now) -> Releasing.request(app, found.value(), now));
        return Documents.one(call, 201, new Resource(REQUESTS, found.value().id(), Json.object(), Map.of()));
    }

    private Reply plan(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, TYPE);
        Finder.Found<Version> found = current().version(payload.requiredRelationship("appStoreVersion"));
        if (payload.word("phasedReleaseState", Phased.State.class).orElse(Phased.State.INACTIVE)
                != Phased.State.INACTIVE) {
            throw AppleRefusal.state("A phased release begins INACTIVE and starts with the release of its version.");
        }
        AppState after = store.change(
                found.app().id(), caller.apply(call), (app, now) -> Releasing.plan(app, found.value(), now));
        Phased planned = after.phasedOf(found.value().id()).orElseThrow();
        return Documents.one(call, 201, new Resources(after, call.asOf()).phased(planned));
    }

    private Reply change(Call call, Map<String, String> path) {
        String id = path.getOrDefault("id", "");
        Payload payload = Payload.of(call, TYPE, id);
        Finder.Found<Phased> found = current().phased(id);
        Phased.State to = payload.word("phasedReleaseState", Phased.State.class)
                .orElseThrow(() -> AppleRefusal.required("phasedReleaseState"));
        store.change(found.app().id(), caller.apply(call), (app, now) -> Releasing.change(app, found.value(), to, now));
        Finder.Found<Phased> after = current().phased(id);
        return Documents.one(call, 200, after.resources().phased(after.value()));
    }

    private Reply drop(Call call, Map<String, String> path) {
        Finder.Found<Phased> found = current().phased(path.getOrDefault("id", ""));
        store.change(found.app().id(), caller.apply(call), (app, now) -> Releasing.drop(app, found.value()));
        return Reply.empty(204);
    }

    private Reply get(Call call, Map<String, String> path) {
        Finder.Found<Version> found = new Finder(store, call.asOf()).version(path.getOrDefault("id", ""));
        return found.app()
                .phasedOf(found.value().id())
                .map(phased -> Documents.one(call, 200, found.resources().phased(phased)))
                .orElseGet(() -> Documents.none(call));
    }

    private Finder current() {
        return new Finder(store, store.timeline().now());
    }
}
