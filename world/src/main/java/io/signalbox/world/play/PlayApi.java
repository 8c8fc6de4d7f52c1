package io.signalbox.world.play;

import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Quota;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Actor;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The publishing API over HTTP: who may call, what is routed where, and Google's error envelope. */
public final class PlayApi implements Api {
    private static final String APP = "/androidpublisher/v3/applications/{app}";
    private static final String EDIT = APP + "/edits/{edit}";

    private final PlayStore store;
    private final Keys keys;
    private final Edits edits;
    private final Set<String> revoked = new HashSet<>();
    private final Quota quota = new Quota(3000, Duration.ofMinutes(1));
    private final Router router = new Router()
            .on("POST", APP + "/edits", as(this::insert))
            .on("POST", EDIT + ":validate", inEdit(this::validate))
            .on("POST", EDIT + ":commit", inEdit(this::commit))
            .on("GET", EDIT, inEdit(ask -> Reply.json(200, PlayJson.edit(ask.edit()))))
            .on("DELETE", EDIT, inEdit(this::delete))
            .on("GET", EDIT + "/bundles", inEdit(this::bundles))
            .on("GET", EDIT + "/tracks", inEdit(this::tracks))
            .on("GET", EDIT + "/tracks/{track}", inEdit(this::track))
            .on("PUT", EDIT + "/tracks/{track}", inEdit(this::update))
            .on("PATCH", EDIT + "/tracks/{track}", inEdit(this::update))
            .on("GET", APP + "/tracks/{track}/releases", as(this::summaries));

    public PlayApi(PlayStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
        this.edits = new Edits(store);
    }

    /** Takes an account's rights to an app away. */
    public void revoke(String account, String packageName) {
        store.timeline().alone(() -> {
            revoked.add(account + " " + packageName);
        });
    }

    /** Gives them back. */
    public void grant(String account, String packageName) {
        store.timeline().alone(() -> {
            revoked.remove(account + " " + packageName);
        });
    }

    @Override
    public Reply answer(Call call) {
        try {
            String user = keys.googleAccount(call).orElseThrow(PlayRefusal::unauthenticated);
            if (!quota.take(user, store.timeline().now())) {
                throw PlayRefusal.tooMany();
            }
            return router.route(call)
                    .orElseThrow(() -> PlayRefusal.notFound("notFound", "Requested entity was not found."));
        } catch (PlayRefusal refusal) {
            return PlayJson.error(refusal);
        } catch (JacksonException notJson) {
            return PlayJson.error(PlayRefusal.invalid("Invalid JSON payload received."));
        }
    }

    private Reply insert(Ask ask) {
        return Reply.json(200, PlayJson.edit(edits.insert(ask.app(), ask.user())));
    }

    private Reply validate(InEdit ask) {
        Edits.checkCommit(ask.app(), options(ask.call()));
        return Reply.json(200, PlayJson.edit(ask.edit()));
    }

    private Reply commit(InEdit ask) {
        Actor by = new Actor.Api(ask.edit().user(), ask.call().number());
        edits.commit(ask.app(), ask.edit(), options(ask.call()), by);
        return Reply.json(200, PlayJson.edit(ask.edit()));
    }

    private Reply delete(InEdit ask) {
        ask.edit().end(Edit.State.DELETED);
        return Reply.empty(204);
    }

    private Reply bundles(InEdit ask) {
        ObjectNode json = Json.object().put("kind", "androidpublisher#bundlesListResponse");
        List<Bundle> bundles =
                store.asOf(ask.app().packageName(), ask.call().asOf()).bundles();
        json.set("bundles", Json.array(bundles.stream().map(PlayJson::bundle).toList()));
        return Reply.json(200, json);
    }

    private Reply tracks(InEdit ask) {
        ObjectNode json = Json.object().put("kind", "androidpublisher#tracksListResponse");
        json.set(
                "tracks",
                Json.array(ask.app().tracks().keySet().stream()
                        .map(name -> PlayJson.track(name, ask.releases(store, name)))
                        .toList()));
        return Reply.json(200, json);
    }

    private Reply track(InEdit ask) {
        String name = ask.track();
        return Reply.json(200, PlayJson.track(name, ask.releases(store, name)));
    }

    private Reply update(InEdit ask) {
        String name = ask.track();
        JsonNode body = ask.call().json();
        if (!body.isObject() || !body.path("track").asString(name).equals(name)) {
            throw PlayRefusal.invalid("The track in the body does not match the track in the path.");
        }
        if (ask.call().method().equals("PUT") || body.has("releases")) {
            List<Release> releases = PlayJson.releases(body, ask.app());
            Rules.check(ask.app(), ask.app().track(name).orElseThrow(), releases);
            ask.edit().put(name, releases);
        }
        return Reply.json(200, PlayJson.track(name, ask.releases(store, name)));
    }

    private Reply summaries(Ask ask) {
        Track track = store.asOf(ask.app().packageName(), ask.call().asOf())
                .track(ask.path().getOrDefault("track", ""))
                .orElseThrow(() -> PlayRefusal.notFound("trackNotFound", "Track not found."));
        return Reply.json(200, PlayJson.summaries(track));
    }

    private static Edits.CommitOptions options(Call call) {
        String behavior = call.param("changesInReviewBehavior").orElse("CANCEL_IN_REVIEW_AND_SUBMIT");
        boolean error = switch (behavior) {
            case "ERROR_IF_IN_REVIEW" -> true;
            case "CANCEL_IN_REVIEW_AND_SUBMIT", "CHANGES_IN_REVIEW_BEHAVIOR_TYPE_UNSPECIFIED" -> false;
            default -> throw PlayRefusal.invalid("Invalid value at 'changes_in_review_behavior', \"" + behavior + "\"");
        };
        return new Edits.CommitOptions(
                call.param("changesNotSentForReview").filter("true"::equals).isPresent(), error);
    }

    private Router.Handler as(Function<Ask, Reply> handler) {
        return (call, path) -> handler.apply(ask(call, path));
    }

    private Router.Handler inEdit(Function<InEdit, Reply> handler) {
        return (call, path) -> {
            Ask ask = ask(call, path);
            Edit edit = edits.open(ask.app(), ask.user(), path.getOrDefault("edit", ""));
            return handler.apply(new InEdit(call, path, ask.app(), edit));
        };
    }

    private Ask ask(Call call, Map<String, String> path) {
        String user = keys.googleAccount(call).orElseThrow(PlayRefusal::unauthenticated);
        String name = path.getOrDefault("app", "");
        PlayApp app = store.find(name)
                .orElseThrow(() -> PlayRefusal.notFound("applicationNotFound", "Package not found: " + name + "."));
        if (revoked.contains(user + " " + name)) {
            throw PlayRefusal.forbidden("The caller does not have permission");
        }
        return new Ask(call, path, app, user);
    }

    private record Ask(Call call, Map<String, String> path, PlayApp app, String user) {}

    private record InEdit(Call call, Map<String, String> path, PlayApp app, Edit edit) {
        String track() {
            String name = path.getOrDefault("track", "");
            return app.track(name)
                    .map(Track::name)
                    .orElseThrow(() -> PlayRefusal.notFound("trackNotFound", "Track not found."));
        }

        /** What the edit shows of a track: its own changes, else the committed releases. */
        List<Release> releases(PlayStore store, String name) {
            List<Release> mine = edit.changed().get(name);
            return mine != null
                    ? mine
                    : store.asOf(app.packageName(), call.asOf())
                            .track(name)
                            .map(Track::wanted)
                            .orElse(List.of());
        }
    }
}
