package io.signalbox.world.log;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.json.JsonMapper;

/** Log entries as JSON; a sealed choice carries its simple name as {@code type}. */
final class EntryJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Detail.class, Typed.class)
            .addMixIn(Actor.class, Typed.class)
            .build();

    private EntryJson() {}

    static String write(Entry entry) {
        return MAPPER.writeValueAsString(entry);
    }

    static Entry read(String line) {
        return MAPPER.readValue(line, Entry.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Typed {}
}
