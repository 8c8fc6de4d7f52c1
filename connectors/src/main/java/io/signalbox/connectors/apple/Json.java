package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.signal.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents of JSON:API that we send. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A resource that is to be made. */
    static Made make(String type) {
        ObjectNode document = MAPPER.createObjectNode();
        document.putObject("data").put("type", type);
        return new Made(document);
    }

    /** A resource that is to be changed. */
    static Made change(String type, String id) {
        Made made = make(type);
        made.data().put("id", id);
        return made;
    }

    record Made(ObjectNode document) {
        private ObjectNode data() {
            return document.withObject("/data");
        }

        Made with(String attribute, String value) {
            data().withObject("/attributes").put(attribute, value);
            return this;
        }

        Made with(String attribute, boolean value) {
            data().withObject("/attributes").put(attribute, value);
            return this;
        }

        Made of(String relationship, String type, String id) {
            data().withObject("/relationships")
                    .putObject(relationship)
                    .putObject("data")
                    .put("type", type)
                    .put("id", id);
            return this;
        }

        String text() {
            return document.toString();
        }
    }

    /** An answer that is not what the contract says; what it was an answer to may have happened. */
    static CallFailed nonsense(String what) {
        return CallFailed.maybeSent(Failure.Kind.NONSENSE, "App Store Connect answered nonsense: " + what);
    }

    static String query(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> text.append(text.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
