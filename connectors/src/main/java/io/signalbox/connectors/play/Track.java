package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.version.BuildNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A track as the developer configured it. Writing it replaces all its releases, so each change starts from what was read. */
record Track(String name, List<Release> releases) {
    Track {
        releases = List.copyOf(releases);
    }

    static Track of(String name, JsonNode json) throws CallFailed {
        if (!json.path("track").asString("").equals(name)) {
            throw Json.nonsense("track %s was asked for, and this came: %s".formatted(name, json.path("track")));
        }
        JsonNode listed = json.path("releases");
        if (!listed.isMissingNode() && !listed.isArray()) {
            throw Json.nonsense("the releases of track %s are no list".formatted(name));
        }
        List<Release> releases = new ArrayList<>();
        for (JsonNode release : listed) {
            releases.add(Release.of(release));
        }
        return new Track(name, releases);
    }

    ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("track", name);
        ArrayNode list = json.putArray("releases");
        releases.forEach(r -> list.add(r.json()));
        return json;
    }

    Optional<Release> with(BuildNumber build) {
        return releases.stream().filter(r -> r.has(build)).findFirst();
    }

    /**
     * The track with a release in the place of the running ones. What people drafted stays; what everyone has stays beneath a staged
     * release, for all whom that is not offered to. What was sent and never published goes: it must not come along again.
     */
    Track leadBy(Release release, Predicate<Release> published) {
        Stream<Release> kept = releases.stream()
                .filter(r -> !r.codes().equals(release.codes()))
                .filter(r -> switch (r.status()) {
                    case DRAFT -> true;
                    case COMPLETED -> release.status() != Release.Status.COMPLETED && published.test(r);
                    case IN_PROGRESS, HALTED -> false;
                });
        return new Track(name, Stream.concat(Stream.of(release), kept).toList());
    }

    /** The track with one release changed and all others as they are. */
    Track withChanged(Release release) {
        return new Track(
                name,
                releases.stream()
                        .map(r -> r.codes().equals(release.codes()) ? release : r)
                        .toList());
    }

    Track without(Release release) {
        return new Track(
                name,
                releases.stream()
                        .filter(r -> !r.codes().equals(release.codes()))
                        .toList());
    }
}
