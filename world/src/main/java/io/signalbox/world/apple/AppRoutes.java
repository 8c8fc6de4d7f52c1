package io.signalbox.world.apple;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Apps and their builds; read only. */
final class AppRoutes {
    private final AppStore store;

    AppRoutes(AppStore store) {
        this.store = store;
    }

    void addTo(Router router) {
        router.on("GET", "/v1/apps", this::apps)
                .on("GET", "/v1/apps/{id}", this::app)
                .on(
                        "GET",
                        "/v1/builds",
                        (call, path) -> builds(call, finder(call).apps()))
                .on("GET", "/v1/builds/{id}", this::build)
                .on(
                        "GET",
                        "/v1/apps/{id}/builds",
                        (call, path) -> builds(call, List.of(finder(call).app(id(path)))));
    }

    private Reply apps(Call call, Map<String, String> path) {
        Map<String, Function<AppState, String>> filters =
                Map.of("bundleId", AppState::bundleId, "name", AppState::name, "id", AppState::id);
        return Documents.many(call, finder(call).apps(), app -> new Resources(app, call.asOf()).app(), filters);
    }

    private Reply app(Call call, Map<String, String> path) {
        return Documents.one(call, 200, new Resources(finder(call).app(id(path)), call.asOf()).app());
    }

    private Reply build(Call call, Map<String, String> path) {
        Finder.Found<Build> found = finder(call).build(id(path));
        return Documents.one(call, 200, found.resources().build(found.value()));
    }

    private Reply builds(Call call, List<AppState> apps) {
        List<Finder.Found<Build>> all = new ArrayList<>();
        apps.forEach(app ->
                app.builds().values().forEach(build -> all.add(new Finder.Found<>(app, build, call.asOf()))));
        Comparator<Finder.Found<Build>> byUpload =
                Comparator.comparing(found -> found.value().uploaded());
        // Apple lists in no promised order; the newest first is what its pages show.
        all.sort(call.param("sort").orElse("-uploadedDate").equals("uploadedDate") ? byUpload : byUpload.reversed());
        Map<String, Function<Finder.Found<Build>, String>> filters = Map.of(
                "id", found -> found.value().id(),
                "app", found -> found.app().id(),
                "version", found -> found.value().number(),
                "processingState", found -> found.value().state().name(),
                "expired", found -> Boolean.toString(found.resources().expired(found.value())),
                "preReleaseVersion.version", found -> found.value().version(),
                "preReleaseVersion.platform", found -> "IOS");
        return Documents.many(call, all, found -> found.resources().build(found.value()), filters);
    }

    private Finder finder(Call call) {
        return new Finder(store, call.asOf());
    }

    private static String id(Map<String, String> path) {
        return path.getOrDefault("id", "");
    }
}
