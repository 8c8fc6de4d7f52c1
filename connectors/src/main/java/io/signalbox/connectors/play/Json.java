package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.signal.Failure;
import tools.jackson.databind.json.JsonMapper;

/** Google's JSON. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An answer that is not what the contract says; what it was an answer to may have happened. */
    static CallFailed nonsense(String what) {
        return CallFailed.maybeSent(Failure.Kind.NONSENSE, "Google Play answered nonsense: " + what);
    }
}
