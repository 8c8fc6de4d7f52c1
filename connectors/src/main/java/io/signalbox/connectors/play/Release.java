package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.version.BuildNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release of a track as the developer configured it. Everything in it that is not understood here is kept.
 *
 * @param fraction of users in basis points; only with some of the in-progress and halted ones
 */
record Release(ObjectNode json, String name, List<Long> codes, Status status, Optional<Share> fraction) {
    private static final String FRACTION = "userFraction";
    private static final String TARGETING = "countryTargeting";

    Release {
        codes = List.copyOf(codes);
    }

    enum Status {
        DRAFT("draft"),
        IN_PROGRESS("inProgress"),
        HALTED("halted"),
        COMPLETED("completed");

        private final String word;

        Status(String word) {
            this.word = word;
        }
    }

    static Release of(JsonNode json) throws CallFailed {
        String word = json.path("status").asString("");
        Status status = Arrays.stream(Status.values())
                .filter(s -> s.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Json.nonsense("a release with status \"%s\"".formatted(word)));
        if (!(json instanceof ObjectNode object)) {
            throw Json.nonsense("a release that is not an object");
        }
        List<Long> codes = new ArrayList<>();
        for (JsonNode code : json.path("versionCodes")) {
            codes.add(code(code));
        }
        return new Release(object, json.path("name").asString(""), codes, status, fraction(json, status));
    }

    private static long code(JsonNode code) throws CallFailed {
        String text = code.asString("");
        if (!text.matches("\\d{1,10}")) {
            throw Json.nonsense("a version code \"%s\"".formatted(text));
        }
        return Long.parseLong(text);
    }

    private static Optional<Share> fraction(JsonNode json, Status status) throws CallFailed {
        JsonNode found = json.path(FRACTION);
        if (found.isMissingNode() || found.isNull()) {
            if (status == Status.IN_PROGRESS) {
                throw Json.nonsense("a staged release without a fraction");
            }
            return Optional.empty();
        }
        double fraction = found.asDouble(Double.NaN);
        if (!(fraction > 0 && fraction < 1)) {
            throw Json.nonsense("a user fraction of %s".formatted(found));
        }
        // The console takes finer fractions than a hundredth of a percent; such a one is never taken for nobody or
        // everyone.
        return Optional.of(new Share(Math.clamp(Math.round(fraction * 10_000), 1, 9_999)));
    }

    boolean has(BuildNumber build) {
        return codes.contains(build.value());
    }

    long highest() {
        return codes.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    boolean stopped() {
        return status == Status.HALTED;
    }

    /** Whom it is offered to, or would be if it were not halted. */
    Exposure exposure() {
        return new Exposure(fraction.orElse(Share.EVERYONE), markets());
    }

    private Markets markets() {
        JsonNode targeting = json.path(TARGETING);
        if (!targeting.isObject() || targeting.path("includeRestOfWorld").asBoolean(false)) {
            return new Markets.Everywhere();
        }
        List<String> countries = new ArrayList<>();
        targeting.path("countries").forEach(c -> countries.add(c.asString("")));
        return countries.isEmpty() ? new Markets.Everywhere() : new Markets.Only(countries);
    }

    /** The same release running at this share. */
    Release running(Share share) {
        return share.isEveryone() ? in(Status.COMPLETED, Optional.empty()) : in(Status.IN_PROGRESS, Optional.of(share));
    }

    /** The same release offered to nobody new; its share is kept. */
    Release halted() {
        return in(Status.HALTED, fraction);
    }

    private Release in(Status next, Optional<Share> share) {
        ObjectNode changed = json.deepCopy();
        changed.put("status", next.word);
        changed.remove(FRACTION);
        // Google takes countries only with releases in progress, and Signalbox sets none.
        changed.remove(TARGETING);
        share.ifPresent(s -> changed.put(FRACTION, BigDecimal.valueOf(s.basisPoints(), 4)));
        return new Release(changed, name, codes, next, share);
    }

    /** A new release of one build. */
    static Release fresh(String name, BuildNumber build, List<Note> notes, Share share) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("name", name);
        json.putArray("versionCodes").add(build.toString());
        ArrayNode texts = json.putArray("releaseNotes");
        notes.forEach(n -> texts.addObject().put("language", n.language()).put("text", n.text()));
        return new Release(json, name, List.of(build.value()), Status.DRAFT, Optional.empty()).running(share);
    }

    record Note(String language, String text) {}
}
