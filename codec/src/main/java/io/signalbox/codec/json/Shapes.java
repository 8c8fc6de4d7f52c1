package io.signalbox.codec.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.signalbox.domain.subject.SubjectId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Tells Jackson what annotations would tell it, from the types themselves: cases of sealed types are named, records of one plain value
 * are written as that value, and everything but an optional is required.
 */
final class Shapes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final JsonTypeInfo.Value BY_NAME = JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", Void.class, false, true);

    private final transient Map<Class<?>, String> names;

    Shapes(Map<Class<?>, String> names) {
        this.names = Map.copyOf(names);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        Class<?> type = annotated.getRawType();
        return annotated instanceof AnnotatedClass && isChoice(type) ? BY_NAME : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        Class<?> type = annotated.getRawType();
        if (!isChoice(type)) {
            return null;
        }
        List<NamedType> cases =
                cases(type).distinct().map(c -> new NamedType(c, name(c))).toList();
        Set<String> seen = new HashSet<>();
        cases.stream().filter(c -> !seen.add(c.getName())).findFirst().ifPresent(twice -> {
            throw new IllegalStateException("two cases of %s are called %s".formatted(type.getName(), twice.getName()));
        });
        return cases;
    }

    @Override
    public String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
        return name(type.getRawType());
    }

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        boolean accessor = annotated instanceof AnnotatedMember member
                && plainValue(member.getDeclaringClass())
                        .filter(c -> c.getName().equals(member.getName()))
                        .isPresent();
        return accessor ? Boolean.TRUE : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        boolean creator = annotated instanceof AnnotatedConstructor constructor
                && constructor.getParameterCount() == 1
                && plainValue(constructor.getDeclaringClass()).isPresent();
        return creator ? JsonCreator.Mode.DELEGATING : null;
    }

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member.getRawType() != Optional.class;
    }

    private String name(Class<?> type) {
        String derived = type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return names.getOrDefault(type, derived);
    }

    /** A subject's id has a text of its own. */
    private static boolean isChoice(Class<?> type) {
        return type.isSealed() && !SubjectId.class.isAssignableFrom(type);
    }

    private static Stream<Class<?>> cases(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).flatMap(c -> c.isSealed() ? cases(c) : Stream.of(c));
    }

    /** The only component of a record that is no more than a plain value under a name of its own: a key, a count. */
    private static Optional<RecordComponent> plainValue(Class<?> type) {
        if (!type.isRecord() || type.getRecordComponents().length != 1 || isCase(type)) {
            return Optional.empty();
        }
        RecordComponent only = type.getRecordComponents()[0];
        boolean plain = only.getType() == String.class || only.getType() == int.class || only.getType() == long.class;
        return plain ? Optional.of(only) : Optional.empty();
    }

    private static boolean isCase(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }
}
