package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A document of JSON:API that we received. */
record Document(JsonNode json, Response response) {

    /** One resource of it. */
    record Resource(Document in, JsonNode json) {
        /** Safe to be put into a path. */
        String id() throws CallFailed {
            String id = json.path("id").asString("");
            if (!id.matches("[\\w-]{1,100}")) {
                throw Json.nonsense("a resource with the id \"%s\"".formatted(id));
            }
            return id;
        }

        String text(String attribute) {
            return json.path("attributes").path(attribute).asString("");
        }

        JsonNode value(String attribute) {
            return json.path("attributes").path(attribute);
        }

        /** The other end of a relationship to one that was asked to be included; empty if there is none, or none is told. */
        Optional<Resource> one(String relationship) throws CallFailed {
            JsonNode end = end(relationship);
            return end.isObject() ? Optional.of(in.included(end)) : Optional.empty();
        }

        /** Whether the other end, or that there is none, is told. */
        boolean tells(String relationship) {
            return !end(relationship).isMissingNode();
        }

        /** How many there are at the other end of a relationship that was asked to be included. */
        int count(String relationship) throws CallFailed {
            JsonNode ends = end(relationship);
            if (!ends.isArray()) {
                throw Json.nonsense("relationship %s is no list".formatted(relationship));
            }
            return ends.size();
        }

        private JsonNode end(String relationship) {
            return json.path("relationships").path(relationship).path("data");
        }
    }

    Instant asOf(Instant fetchedAt) {
        return response.asOf(fetchedAt);
    }

    Resource one() throws CallFailed {
        return maybeOne().orElseThrow(() -> Json.nonsense(response + ": no resource"));
    }

    /** Empty where nothing is at the other end of a relationship. */
    Optional<Resource> maybeOne() throws CallFailed {
        JsonNode data = json.path("data");
        if (data.isNull()) {
            return Optional.empty();
        }
        if (!data.isObject()) {
            throw Json.nonsense(response + ": not one resource");
        }
        return Optional.of(new Resource(this, data));
    }

    /** All that there are: a document that is only a page of them is refused. */
    List<Resource> all() throws CallFailed {
        JsonNode data = json.path("data");
        if (!data.isArray() || json.path("links").has("next")) {
            throw Json.nonsense(response + (data.isArray() ? ": only a part of the list" : ": no list"));
        }
        List<Resource> all = new ArrayList<>();
        data.forEach(one -> all.add(new Resource(this, one)));
        return all;
    }

    private Resource included(JsonNode end) throws CallFailed {
        for (JsonNode one : json.path("included")) {
            if (one.path("type").equals(end.path("type")) && one.path("id").equals(end.path("id"))) {
                return new Resource(this, one);
            }
        }
        throw Json.nonsense("%s was asked for and is not included".formatted(end));
    }
}
