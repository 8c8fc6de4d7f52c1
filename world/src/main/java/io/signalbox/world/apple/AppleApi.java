package io.signalbox.world.apple;

import io.signalbox.world.apple.AppleRefusal.Problem;
import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Quota;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.AppleKey;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** App Store Connect over HTTP: who may call, the hourly limit, and errors as JSON:API has them. */
public final class AppleApi implements Api {
    private final AppStore store;
    private final Keys keys;
    private final Quota quota = new Quota(3500, Duration.ofHours(1));
    private final Router router = new Router();

    public AppleApi(AppStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
        new AppRoutes(store).addTo(router);
        new VersionRoutes(store, this::caller).addTo(router);
        new ReleaseRoutes(store, this::caller).addTo(router);
        new SubmissionRoutes(store, this::caller).addTo(router);
    }

    @Override
    public Reply answer(Call call) {
        Optional<AppleKey> key = keys.apple(call);
        if (key.isEmpty()) {
            return error(call, AppleRefusal.unauthorized());
        }
        String who = key.get().name();
        boolean allowed = quota.take(who, store.timeline().now());
        int left = quota.left(who, store.timeline().now());
        Reply reply = allowed ? route(call) : error(call, AppleRefusal.tooMany());
        return reply.with("X-Rate-Limit", "user-hour-lim:" + quota.limit() + ";user-hour-rem:" + left + ";");
    }

    private Reply route(Call call) {
        try {
            return router.route(call).orElseThrow(() -> unknown(call));
        } catch (AppleRefusal refusal) {
            return error(call, refusal);
        }
    }

    private AppleRefusal unknown(Call call) {
        return router.knows(call.path())
                ? AppleRefusal.forbidden("The resource does not allow '" + call.method() + "'.")
                : AppleRefusal.badPath(call.path());
    }

    private Actor caller(Call call) {
        return new Actor.Api(keys.apple(call).map(AppleKey::name).orElse("?"), call.number());
    }

    private static Reply error(Call call, AppleRefusal refusal) {
        ObjectNode body = Json.object();
        body.set("errors", errors(call, refusal.problems()));
        return Reply.json(refusal.status(), body);
    }

    private static ArrayNode errors(Call call, List<Problem> problems) {
        ArrayNode errors = Json.array();
        for (Problem problem : problems) {
            String seed = call.number() + " " + errors.size();
            ObjectNode error = errors.addObject()
                    .put(
                            "id",
                            UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .put("status", Integer.toString(problem.status()))
                    .put("code", problem.code())
                    .put("title", problem.title())
                    .put("detail", problem.detail());
            problem.source().ifPresent(source -> error.putObject("source").put(source.kind(), source.value()));
            if (!problem.associated().isEmpty()) {
                ObjectNode associated = error.putObject("meta").putObject("associatedErrors");
                problem.associated().forEach((path, list) -> associated.set(path, errors(call, list)));
            }
        }
        return errors;
    }
}
