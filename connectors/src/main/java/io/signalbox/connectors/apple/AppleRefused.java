package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.Response;
import io.signalbox.domain.signal.Failure;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Apple said no. */
final class AppleRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Response response;
    private final transient List<String> codes;
    private final String words;

    private AppleRefused(Response response, List<String> codes, String words) {
        super(words);
        this.response = response;
        this.codes = codes;
        this.words = words;
    }

    static AppleRefused of(Response response) {
        List<String> codes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try {
            read(Json.MAPPER.readTree(response.bytes()).path("errors"), codes, texts);
        } catch (JacksonException notTheEnvelope) {
            texts.clear();
        }
        return new AppleRefused(response, codes, texts.isEmpty() ? response.excerpt() : String.join(" ", texts));
    }

    /** The errors, and those behind them: what is really missing stands there. */
    private static void read(JsonNode errors, List<String> codes, List<String> texts) {
        for (JsonNode error : errors) {
            codes.add(error.path("code").asString(""));
            texts.add(error.path("detail").asString(error.path("title").asString("")));
            error.path("meta").path("associatedErrors").properties().forEach(behind -> {
                List<String> below = new ArrayList<>();
                read(behind.getValue(), codes, below);
                texts.add("(" + behind.getKey() + ": " + String.join(" ", below) + ")");
            });
        }
    }

    int status() {
        return response.status();
    }

    /** Apple's own text. */
    String words() {
        return words;
    }

    /** Codes are a hierarchy with dots. */
    boolean is(String code) {
        return codes.stream().anyMatch(c -> c.equals(code) || c.startsWith(code + "."));
    }

    Failure failure() {
        if (status() == 404) {
            return new Failure(Failure.Kind.REFUSED, response + ": " + words);
        }
        return response.failure(words);
    }
}
