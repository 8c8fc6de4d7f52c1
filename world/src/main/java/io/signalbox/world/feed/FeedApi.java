package io.signalbox.world.feed;

import io.signalbox.world.feed.FeedState.StoredFile;
import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Vendor;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host over HTTP: everybody reads, who has a token writes; writes can be made conditional on the entity tag. */
public final class FeedApi implements Api {
    private final FeedHost host;
    private final Keys keys;
    private final Router router = new Router()
            .on("GET", "/{app}/{file}", this::read)
            .on("HEAD", "/{app}/{file}", this::read)
            .on("PUT", "/{app}/{file}", (call, path) -> write(call, path, this::put))
            .on("DELETE", "/{app}/{file}", (call, path) -> write(call, path, this::delete));

    public FeedApi(FeedHost host, Keys keys) {
        this.host = host;
        this.keys = keys;
    }

    @Override
    public Reply answer(Call call) {
        return router.route(call)
                .orElseGet(() -> router.knows(call.path())
                        ? Reply.text(405, "Method Not Allowed").with("Allow", "GET, HEAD, PUT, DELETE")
                        : Reply.text(404, "Not Found"));
    }

    private Reply read(Call call, Map<String, String> path) {
        Optional<StoredFile> file = host.at(path.getOrDefault("app", ""), call.asOf())
                .flatMap(state -> state.file(path.getOrDefault("file", "")));
        if (file.isEmpty()) {
            return Reply.text(404, "Not Found");
        }
        StoredFile found = file.get();
        Reply reply = matches(call, "if-none-match", found.tag())
                ? Reply.empty(304)
                : Reply.bytes(
                        200,
                        type(path.getOrDefault("file", "")),
                        found.content().bytes());
        return reply.with("ETag", found.tag())
                .with(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                found.written().atOffset(ZoneOffset.UTC)))
                .with("Cache-Control", "no-cache");
    }

    private Reply write(Call call, Map<String, String> path, Write write) {
        Optional<String> who = keys.bearer(Vendor.FEED, call);
        if (who.isEmpty()) {
            return Reply.text(401, "Unauthorized").with("WWW-Authenticate", "Bearer");
        }
        String app = path.getOrDefault("app", "");
        String file = path.getOrDefault("file", "");
        // Conditions are held against the present file, also where reads are frozen.
        Optional<FeedState> state = host.at(app, host.timeline().now());
        if (state.isEmpty()) {
            return Reply.text(404, "Not Found");
        }
        Optional<String> tag = state.get().file(file).map(StoredFile::tag);
        boolean expected = call.header("if-match").isEmpty()
                || tag.filter(current -> matches(call, "if-match", current)).isPresent();
        boolean absent = call.header("if-none-match").isEmpty()
                || tag.filter(current -> matches(call, "if-none-match", current))
                        .isEmpty();
        if (!expected || !absent) {
            return Reply.text(412, "Precondition Failed");
        }
        return write.apply(call, new Target(app, file, tag), new Actor.Api(who.get(), call.number()));
    }

    private Reply put(Call call, Target target, Actor by) {
        host.write(target.app, target.file, call.body(), by);
        String tag = new StoredFile(call.body(), host.timeline().now()).tag();
        return Reply.empty(target.tag.isPresent() ? 204 : 201).with("ETag", tag);
    }

    private Reply delete(Call call, Target target, Actor by) {
        if (target.tag.isEmpty()) {
            return Reply.text(404, "Not Found");
        }
        host.delete(target.app, target.file, by);
        return Reply.empty(204);
    }

    private static boolean matches(Call call, String header, String tag) {
        return call.header(header)
                .map(tags -> List.of(tags.split("\\s*,\\s*")))
                .filter(tags -> tags.contains("*") || tags.contains(tag))
                .isPresent();
    }

    private static String type(String file) {
        return file.endsWith(".yml") ? "text/yaml; charset=UTF-8" : "application/octet-stream";
    }

    private record Target(String app, String file, Optional<String> tag) {}

    private interface Write {
        Reply apply(Call call, Target target, Actor by);
    }
}
