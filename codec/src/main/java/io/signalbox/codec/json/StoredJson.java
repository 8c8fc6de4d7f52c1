package io.signalbox.codec.json;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads stored values as {@code {"v":1,"value":…}}. Records are objects with their components in order, absent optionals
 * left out; a case of a sealed type bears its name as {@code type}; instants are in microseconds, cut, not rounded. What is not known
 * is refused. Thread-safe.
 */
public final class StoredJson {
    private static final String VERSION = "v";
    private static final String VALUE = "value";

    private final JsonMapper mapper;

    public StoredJson() {
        this(Map.of());
    }

    /** @param names what records of sealed types are called where that is not their class's name, such as after a renaming */
    public StoredJson(Map<Class<?>, String> names) {
        this.mapper = Mapping.mapper(new Shapes(names));
    }

    /** The value as one line of JSON without bytes that PostgreSQL cannot keep. Equal values give equal text. */
    public <T> String write(StoredType<T> kind, T value) {
        String json = mapper.writerFor(kind.type()).writeValueAsString(value);
        return "{\"%s\":%d,\"%s\":%s}".formatted(VERSION, kind.version(), VALUE, json);
    }

    /** @throws Unreadable if the text is not a stored value of this kind */
    public <T> T read(StoredType<T> kind, String text) {
        try (JsonParser parser = mapper.createParser(text)) {
            expect(kind, parser, JsonToken.START_OBJECT);
            expectName(kind, parser, VERSION);
            expect(kind, parser, JsonToken.VALUE_NUMBER_INT);
            int version = parser.getIntValue();
            expectName(kind, parser, VALUE);
            parser.nextToken();
            T value = value(kind, version, parser);
            expect(kind, parser, JsonToken.END_OBJECT);
            if (parser.nextToken() != null) {
                throw new Unreadable("a stored %s cannot be read: something follows it".formatted(kind.name()));
            }
            return value;
        } catch (JacksonException e) {
            throw new Unreadable(
                    "a stored %s cannot be read: %s %s"
                            .formatted(kind.name(), e.getOriginalMessage(), e.getPathReference()),
                    e);
        }
    }

    private <T> T value(StoredType<T> kind, int version, JsonParser parser) {
        if (version == kind.version()) {
            return mapper.readerFor(kind.type()).readValue(parser);
        }
        if (version < 1 || version > kind.version()) {
            throw new Unreadable(
                    "a stored %s is of version %d, and this program knows versions 1 to %d: start a newer Signalbox"
                            .formatted(kind.name(), version, kind.version()));
        }
        JsonNode node = mapper.readerFor(JsonNode.class).readValue(parser);
        for (Upcast upcast : kind.upcasts().subList(version - 1, kind.upcasts().size())) {
            node = upcast.next(node);
        }
        return mapper.readerFor(kind.type()).readValue(node);
    }

    private static void expectName(StoredType<?> kind, JsonParser parser, String name) {
        expect(kind, parser, JsonToken.PROPERTY_NAME);
        if (!name.equals(parser.currentName())) {
            throw new Unreadable("a stored %s cannot be read: \"%s\" where \"%s\" belongs"
                    .formatted(kind.name(), parser.currentName(), name));
        }
    }

    private static void expect(StoredType<?> kind, JsonParser parser, JsonToken token) {
        JsonToken found = parser.nextToken();
        if (found != token) {
            throw new Unreadable(
                    "a stored %s cannot be read: %s where %s belongs".formatted(kind.name(), found, token));
        }
    }
}
