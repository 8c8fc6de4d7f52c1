package io.signalbox.world.apple;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.log.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Review submissions and their items. */
final class SubmissionRoutes {
    private static final String TYPE = "reviewSubmissions";
    private static final String ITEMS = "reviewSubmissionItems";

    private final AppStore store;
    private final Function<Call, Actor> caller;

    SubmissionRoutes(AppStore store, Function<Call, Actor> caller) {
        this.store = store;
        this.caller = caller;
    }

    void addTo(Router router) {
        router.on("GET", "/v1/reviewSubmissions", this::list)
                .on("GET", "/v1/apps/{id}/reviewSubmissions", (call, path) -> list(call, path.getOrDefault("id", "")))
                .on("POST", "/v1/reviewSubmissions", this::open)
                .on("GET", "/v1/reviewSubmissions/{id}", this::get)
                .on("PATCH", "/v1/reviewSubmissions/{id}", this::change)
                .on("GET", "/v1/reviewSubmissions/{id}/items", this::items)
                .on("POST", "/v1/reviewSubmissionItems", this::add);
    }

    private Reply list(Call call, Map<String, String> path) {
        String app = call.param("filter[app]")
                .orElseThrow(() -> AppleRefusal.badParameter("filter[app]", "The filter 'app' is required."));
        return list(call, app);
    }

    private Reply list(Call call, String appId) {
        AppState app = new Finder(store, call.asOf()).app(appId);
        List<Submission> all = app.submissions().values().stream()
                .sorted(Comparator.comparing(Submission::since).reversed())
                .toList();
        Map<String, Function<Submission, String>> filters = Map.of(
                "app", submission -> appId,
                "platform", submission -> "IOS",
                "state", submission -> submission.state().name());
        return Documents.many(call, all, new Resources(app, call.asOf())::submission, filters);
    }

    private Reply open(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, TYPE);
        AppState app = current().app(payload.requiredRelationship("app"));
        AppState after = store.change(app.id(), caller.apply(call), Submitting::open);
        Submission opened = after.openSubmission().orElseThrow();
        return Documents.one(call, 201, new Resources(after, call.asOf()).submission(opened));
    }

    private Reply get(Call call, Map<String, String> path) {
        Finder.Found<Submission> found = new Finder(store, call.asOf()).submission(path.getOrDefault("id", ""));
        return Documents.one(call, 200, found.resources().submission(found.value()));
    }

    private Reply change(Call call, Map<String, String> path) {
        String id = path.getOrDefault("id", "");
        Payload payload = Payload.of(call, TYPE, id);
        Finder.Found<Submission> found = current().submission(id);
        if (payload.isTrue("canceled")) {
            store.change(
                    found.app().id(), caller.apply(call), (app, now) -> Submitting.cancel(app, found.value(), now));
        } else if (payload.isTrue("submitted")) {
            store.change(
                    found.app().id(), caller.apply(call), (app, now) -> Submitting.submit(app, found.value(), now));
        }
        Finder.Found<Submission> after = current().submission(id);
        return Documents.one(call, 200, after.resources().submission(after.value()));
    }

    private Reply items(Call call, Map<String, String> path) {
        Finder.Found<Submission> found = new Finder(store, call.asOf()).submission(path.getOrDefault("id", ""));
        return Documents.many(call, found.value().items(), found.resources()::item, Map.of());
    }

    private Reply add(Call call, Map<String, String> path) {
        Payload payload = Payload.of(call, ITEMS);
        Finder.Found<Submission> found = current().submission(payload.requiredRelationship("reviewSubmission"));
        Finder.Found<Version> version = current().version(payload.requiredRelationship("appStoreVersion"));
        AppState after = store.change(
                found.app().id(),
                caller.apply(call),
                (app, now) -> Submitting.add(app, found.value(), version.value(), now));
        Submission submission =
                Objects.requireNonNull(after.submissions().get(found.value().id()));
        return Documents.one(
                call,
                201,
                new Resources(after, call.asOf()).item(submission.items().getLast()));
    }

    private Finder current() {
        return new Finder(store, store.timeline().now());
    }
}
