package io.signalbox.world.play;

import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Google's wire format: 64-bit numbers as text, enums as words, errors in the common envelope. */
final class PlayJson {
    private PlayJson() {}

    static ObjectNode edit(Edit edit) {
        return Json.object()
                .put("id", edit.id())
                .put("expiryTimeSeconds", Long.toString(edit.expires().getEpochSecond()));
    }

    static ObjectNode track(String name, List<Release> releases) {
        ObjectNode json = Json.object().put("track", name);
        if (!releases.isEmpty()) {
            json.set(
                    "releases",
                    Json.array(releases.stream().map(PlayJson::release).toList()));
        }
        return json;
    }

    static ObjectNode bundle(Bundle bundle) {
        return Json.object()
                .put("versionCode", bundle.code())
                .put("sha1", bundle.sha256().substring(0, 40))
                .put("sha256", bundle.sha256());
    }

    /** What Google did with the releases of a track, which is not what the developer configured. */
    static ObjectNode summaries(Track track) {
        ArrayNode list = Json.array();
        for (Release release : track.wanted()) {
            list.add(summary(track, release, track.live(release).isPresent() ? "PUBLISHED" : state(track, release)));
        }
        for (Release release : track.live()) {
            if (track.wanted(release).isEmpty()) {
                list.add(summary(track, release, "PUBLISHED"));
            }
        }
        ObjectNode json = Json.object();
        if (!list.isEmpty()) {
            json.set("releases", list);
        }
        return json;
    }

    static List<Release> releases(JsonNode track, PlayApp app) {
        List<Release> releases = new ArrayList<>();
        for (JsonNode json : track.path("releases")) {
            Release release = release(json);
            releases.add(release.name().isEmpty() ? release.named(app.usualName(release)) : release);
        }
        return releases;
    }

    static Reply error(PlayRefusal refusal) {
        ObjectNode error = Json.object()
                .put("code", refusal.status())
                .put("message", refusal.getMessage())
                .put("status", refusal.word());
        ObjectNode first = error.putArray("errors").addObject();
        first.put("message", refusal.getMessage()).put("domain", "global").put("reason", refusal.reason());
        if (refusal.word().equals("FAILED_PRECONDITION")) {
            error.putArray("details")
                    .addObject()
                    .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", refusal.reason())
                    .put("domain", "googleapis.com");
        }
        ObjectNode envelope = Json.object();
        envelope.set("error", error);
        return Reply.json(refusal.status(), envelope);
    }

    private static ObjectNode release(Release release) {
        ObjectNode json = Json.object().put("name", release.name());
        json.set(
                "versionCodes",
                Json.texts(release.codes().stream()
                        .map(code -> Long.toString(code))
                        .toList()));
        json.put("status", release.status().wire());
        release.fraction().ifPresent(fraction -> json.put("userFraction", fraction));
        release.priority().ifPresent(priority -> json.put("inAppUpdatePriority", priority));
        release.targeting().ifPresent(targeting -> {
            ObjectNode where = json.putObject("countryTargeting");
            where.set("countries", Json.texts(targeting.countries()));
            where.put("includeRestOfWorld", targeting.restOfWorld());
        });
        if (!release.notes().isEmpty()) {
            ArrayNode notes = json.putArray("releaseNotes");
            release.notes()
                    .forEach(note ->
                            notes.addObject().put("language", note.language()).put("text", note.text()));
        }
        return json;
    }

    private static Release release(JsonNode json) {
        String word = json.path("status").asString("");
        Status status = Status.of(word)
                .orElseThrow(() -> PlayRefusal.invalid("Invalid value at 'releases.status'"
                        + " (type.googleapis.com/google.play.developer.androidpublisher.v3.Status), \"" + word + "\""));
        List<Long> codes = new ArrayList<>();
        json.path("versionCodes").forEach(code -> codes.add(code(code)));
        List<Release.Note> notes = new ArrayList<>();
        json.path("releaseNotes")
                .forEach(note -> notes.add(new Release.Note(
                        note.path("language").asString(""), note.path("text").asString(""))));
        JsonNode fraction = json.path("userFraction");
        JsonNode priority = json.path("inAppUpdatePriority");
        return new Release(
                json.path("name").asString(""),
                codes,
                status,
                fraction.isNumber() ? OptionalDouble.of(fraction.asDouble()) : OptionalDouble.empty(),
                targeting(json.path("countryTargeting")),
                priority.isNumber() ? OptionalInt.of(priority.asInt()) : OptionalInt.empty(),
                notes);
    }

    private static long code(JsonNode json) {
        String text = json.asString("");
        if (!text.matches("\\d{1,10}")) {
            throw PlayRefusal.invalid("Invalid value at 'releases.version_codes' (TYPE_INT64), \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    private static Optional<Release.Targeting> targeting(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        List<String> countries = new ArrayList<>();
        json.path("countries").forEach(country -> countries.add(country.asString("")));
        return Optional.of(
                new Release.Targeting(countries, json.path("includeRestOfWorld").asBoolean(false)));
    }

    private static ObjectNode summary(Track track, Release release, String state) {
        ObjectNode json = Json.object().put("releaseName", release.name()).put("track", track.name());
        ArrayNode artifacts = json.putArray("activeArtifacts");
        release.codes().forEach(code -> artifacts.addObject().put("versionCode", code));
        return json.put("releaseLifecycleState", "RELEASE_LIFECYCLE_STATE_" + state);
    }

    private static String state(Track track, Release release) {
        if (!release.active()) {
            return "DRAFT";
        }
        return switch (track.stage()) {
            case SETTLED -> "PUBLISHED";
            case UNSENT -> "NOT_SENT_FOR_REVIEW";
            case IN_REVIEW -> "IN_REVIEW";
            case APPROVED -> "APPROVED_NOT_PUBLISHED";
            case REJECTED -> "NOT_APPROVED";
        };
    }
}
