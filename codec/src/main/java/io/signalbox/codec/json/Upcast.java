package io.signalbox.codec.json;

import tools.jackson.databind.JsonNode;

/** Brings the JSON of one version of a kind to the next. Pure; never changed once a release has it. */
@FunctionalInterface
public interface Upcast {
    /**
     * The same in the next version's shape.
     *
     * @param old may be changed and returned
     */
    JsonNode next(JsonNode old);
}
