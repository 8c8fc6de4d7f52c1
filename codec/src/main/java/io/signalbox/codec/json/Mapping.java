package io.signalbox.codec.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How Jackson is set up: strict both ways, and nothing of it shows in the domain. */
final class Mapping {
    private Mapping() {}

    static JsonMapper mapper(Shapes shapes) {
        return JsonMapper.builder()
                .annotationIntrospector(shapes)
                .addModule(scalars())
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // a value is within its envelope
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
    }

    private static SimpleModule scalars() {
        SimpleModule module = new SimpleModule("stored");
        module.addSerializer(new AsText<>(
                Instant.class, i -> i.truncatedTo(ChronoUnit.MICROS).toString()));
        module.addSerializer(new AsText<>(String.class, StorableText::of));
        module.addSerializer(new AsText<>(SubjectId.class, SubjectId::text));
        module.addDeserializer(SubjectId.class, new Subject<>(SubjectId.class));
        module.addDeserializer(TrainId.class, new Subject<>(TrainId.class));
        module.addDeserializer(ReleaseId.class, new Subject<>(ReleaseId.class));
        module.addDeserializer(TrackId.class, new Subject<>(TrackId.class));
        return module;
    }

    private static final class AsText<T> extends StdSerializer<T> {
        private final Function<T, String> text;

        AsText(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(text.apply(value));
        }
    }

    private static final class Subject<S extends SubjectId> extends StdDeserializer<S> {
        private final Class<S> type;

        Subject(Class<S> type) {
            super(type);
            this.type = type;
        }

        @Override
        public S deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw context.wrongTokenException(in, type, JsonToken.VALUE_STRING, "a subject is named by a text");
            }
            String text = in.getString();
            try {
                SubjectId id = SubjectId.parse(text);
                if (type.isInstance(id)) {
                    return type.cast(id);
                }
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(text, type, String.valueOf(e.getMessage()));
            }
            throw context.weirdStringException(text, type, "it names a subject of another kind");
        }
    }
}
