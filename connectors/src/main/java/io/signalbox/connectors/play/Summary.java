package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.version.BuildNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What Google has done with a release, which is not what the developer configured. */
record Summary(String name, List<Long> codes, Life life) {
    private static final String PREFIX = "RELEASE_LIFECYCLE_STATE_";

    Summary {
        codes = List.copyOf(codes);
    }

    /** Google's release lifecycle. */
    enum Life {
        DRAFT,
        NOT_SENT_FOR_REVIEW,
        IN_REVIEW,
        APPROVED_NOT_PUBLISHED,
        NOT_APPROVED,
        /** To some or all, or halted. */
        PUBLISHED
    }

    /** The releases of a track that still matter. Obsolete ones are left out by Google. */
    static List<Summary> all(JsonNode json) throws CallFailed {
        JsonNode listed = json.path("releases");
        if (!listed.isMissingNode() && !listed.isArray()) {
            throw Json.nonsense("the releases are no list");
        }
        List<Summary> all = new ArrayList<>();
        for (JsonNode one : listed) {
            String word = one.path("releaseLifecycleState").asString("");
            Life life = Arrays.stream(Life.values())
                    .filter(l -> word.equals(PREFIX + l.name()))
                    .findFirst()
                    .orElseThrow(() -> Json.nonsense("a release in the state \"%s\"".formatted(word)));
            List<Long> codes = new ArrayList<>();
            for (JsonNode artifact : one.path("activeArtifacts")) {
                String code = artifact.path("versionCode").asString("");
                if (!code.matches("\\d{1,10}")) {
                    throw Json.nonsense("a version code \"%s\"".formatted(code));
                }
                codes.add(Long.parseLong(code));
            }
            all.add(new Summary(one.path("releaseName").asString(""), codes, life));
        }
        return all;
    }

    boolean has(BuildNumber build) {
        return codes.contains(build.value());
    }

    long highest() {
        return codes.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
