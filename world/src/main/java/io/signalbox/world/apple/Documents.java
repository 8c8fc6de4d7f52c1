package io.signalbox.world.apple;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Pages;
import io.signalbox.world.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of JSON:API: filters, includes, sparse fields and cursors. */
final class Documents {
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private Documents() {}

    /** A document with one resource. */
    static Reply one(Call call, int status, Resource resource) {
        Set<String> includes = includes(call, resource);
        ObjectNode document = Json.object();
        document.set("data", json(call, resource, includes));
        include(call, document, List.of(resource), includes);
        document.putObject("links").put("self", call.base() + call.path());
        return Reply.json(status, document);
    }

    /** A document with no resource, where a relationship to one is empty. */
    static Reply none(Call call) {
        ObjectNode document = Json.object().putNull("data");
        document.putObject("links").put("self", call.base() + call.path());
        return Reply.json(200, document);
    }

    /** A page of resources, as the filters of the call demand. */
    static <T> Reply many(
            Call call, List<T> all, Function<T, Resource> show, Map<String, Function<T, String>> filters) {
        checkParameters(call, filters.keySet());
        List<Resource> found = all.stream()
                .filter(value -> fits(call, value, filters))
                .map(show)
                .toList();
        int limit = call.number("limit", USUAL_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw AppleRefusal.badParameter("limit", "The limit must be between 1 and " + MAX_LIMIT + ".");
        }
        Pages<Resource> page = Pages.of(call, found, Math.max(0, call.number("cursor", 0)), limit);
        Set<String> includes = found.isEmpty() ? Set.of() : includes(call, found.getFirst());
        ObjectNode document = Json.object();
        document.set(
                "data",
                Json.array(page.items().stream()
                        .map(resource -> json(call, resource, includes))
                        .toList()));
        include(call, document, page.items(), includes);
        ObjectNode links = document.putObject("links")
                .put("self", self(call, call.param("cursor").orElse("")));
        ObjectNode paging = document.putObject("meta")
                .putObject("paging")
                .put("total", page.total())
                .put("limit", limit);
        if (!page.last()) {
            links.put("next", self(call, Integer.toString(page.next())));
            paging.put("nextCursor", Integer.toString(page.next()));
        }
        return Reply.json(200, document);
    }

    private static <T> boolean fits(Call call, T value, Map<String, Function<T, String>> filters) {
        return filters.entrySet().stream()
                .allMatch(filter -> call.param("filter[" + filter.getKey() + "]")
                        .map(wanted -> List.of(wanted.split(","))
                                .contains(filter.getValue().apply(value)))
                        .orElse(true));
    }

    private static void checkParameters(Call call, Set<String> filters) {
        for (String name : call.query().keySet()) {
            boolean known = name.equals("limit")
                    || name.equals("include")
                    || name.equals("cursor")
                    || name.equals("sort")
                    || name.startsWith("fields[")
                    || name.startsWith("limit[")
                    || (name.startsWith("filter[")
                            && filters.contains(name.substring("filter[".length(), name.length() - 1)));
            if (!known) {
                throw AppleRefusal.badParameter(name, "The parameter '" + name + "' can not be used with this request");
            }
        }
    }

    private static Set<String> includes(Call call, Resource like) {
        Set<String> includes = new LinkedHashSet<>();
        for (String name : call.param("include").map(list -> list.split(",")).orElse(new String[0])) {
            if (!like.related().containsKey(name)) {
                throw AppleRefusal.badParameter(
                        "include", "'" + name + "' is not a valid relationship name of " + like.type() + ".");
            }
            includes.add(name);
        }
        return includes;
    }

    private static void include(Call call, ObjectNode document, List<Resource> resources, Set<String> includes) {
        if (includes.isEmpty()) {
            return;
        }
        Map<String, Resource> included = new LinkedHashMap<>();
        for (Resource resource : resources) {
            for (String name : includes) {
                Resource.Related related = resource.related().get(name);
                if (related != null) {
                    related.resources().get().forEach(other -> included.put(other.type() + other.id(), other));
                }
            }
        }
        document.set(
                "included",
                Json.array(included.values().stream()
                        .map(resource -> json(call, resource, Set.of()))
                        .toList()));
    }

    private static ObjectNode json(Call call, Resource resource, Set<String> includes) {
        String url = call.base() + "/v1/" + resource.type() + "/" + resource.id();
        ObjectNode json = Json.object().put("type", resource.type()).put("id", resource.id());
        List<String> fields = call.param("fields[" + resource.type() + "]")
                .map(list -> List.of(list.split(",")))
                .orElse(List.of());
        ObjectNode attributes = Json.object();
        resource.attributes().properties().forEach(attribute -> {
            if (fields.isEmpty() || fields.contains(attribute.getKey())) {
                attributes.set(attribute.getKey(), attribute.getValue());
            }
        });
        if (!attributes.isEmpty()) {
            json.set("attributes", attributes);
        }
        ObjectNode relationships = Json.object();
        resource.related().forEach((name, related) -> {
            boolean told = related.linked() || includes.contains(name);
            if (told && (fields.isEmpty() || fields.contains(name) || includes.contains(name))) {
                relationships.set(name, relationship(url, name, related, includes.contains(name)));
            }
        });
        if (!relationships.isEmpty()) {
            json.set("relationships", relationships);
        }
        json.putObject("links").put("self", url);
        return json;
    }

    /** The linkage is told only where the other end is included. */
    private static ObjectNode relationship(String url, String name, Resource.Related related, boolean included) {
        ObjectNode json = Json.object();
        if (included) {
            List<ObjectNode> ends = related.resources().get().stream()
                    .map(end -> Json.object().put("type", end.type()).put("id", end.id()))
                    .toList();
            if (related.many()) {
                ArrayNode data = Json.array(ends);
                json.set("data", data);
            } else if (!ends.isEmpty()) {
                json.set("data", ends.getFirst());
            } else {
                json.putNull("data");
            }
        }
        if (related.linked()) {
            json.putObject("links").put("self", url + "/relationships/" + name).put("related", url + "/" + name);
        }
        return json;
    }

    private static String self(Call call, String cursor) {
        StringBuilder url = new StringBuilder(call.base()).append(call.path());
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : call.query().entrySet()) {
            if (!parameter.getKey().equals("cursor")) {
                url.append(separator).append(encode(parameter.getKey())).append('=');
                url.append(encode(parameter.getValue().getFirst()));
                separator = '&';
            }
        }
        return cursor.isEmpty()
                ? url.toString()
                : url.append(separator).append("cursor=").append(cursor).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
