package io.signalbox.testkit.values;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Richly filled values of a record or sealed type: every case of every sealed type, every enum value, every optional both ways, lists
 * full and empty. What has many values is listed in full once, or there would be no end. The same in every run, to be compared with
 * files.
 */
public final class Variants {
    private static final int MANY = 8;

    private final Map<Class<?>, List<?>> given;
    private final Set<Class<?>> open = new HashSet<>();
    private final Set<Type> listed = new HashSet<>();

    private Variants(Map<Class<?>, List<?>> given) {
        this.given = given;
    }

    /** Values of a type that is made of the domain's and the JDK's. */
    public static <T> List<T> of(Class<T> type) {
        return new Variants(Samples.all()).all(type).stream().map(type::cast).toList();
    }

    private List<?> all(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("no values of " + type);
        }
        if (given.containsKey(plain)) {
            return given.get(plain);
        }
        if (plain.isEnum()) {
            return List.of(plain.getEnumConstants());
        }
        if (plain.isSealed()) {
            return cases(plain).stream().flatMap(c -> all(c).stream()).toList();
        }
        if (plain.isRecord()) {
            return records(plain);
        }
        throw new IllegalArgumentException("no values of %s: add some to Samples".formatted(plain));
    }

    private List<?> container(ParameterizedType generic) {
        List<?> items = all(generic.getActualTypeArguments()[0]);
        if (generic.getRawType() == Optional.class) {
            List<Object> both = new ArrayList<>(items.stream().map(Optional::of).toList());
            both.add(Math.min(1, both.size()), Optional.empty());
            return both;
        }
        if (generic.getRawType() == List.class) {
            List<?> few = items.subList(0, Math.min(2, items.size()));
            boolean full = items.size() <= MANY || listed.add(generic.getActualTypeArguments()[0]);
            return List.of(full ? items : few, List.of(), few);
        }
        if (generic.getRawType() == Set.class) {
            return List.of(Set.copyOf(items), Set.of());
        }
        throw new IllegalArgumentException("no values of " + generic);
    }

    /** The records of a sealed type, each once. */
    private static List<Class<?>> cases(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(c -> c.isSealed() ? cases(c).stream() : Stream.<Class<?>>of(c))
                .distinct()
                .toList();
    }

    /** A record within one of its own kind is left out, or there would be no end. */
    private List<?> records(Class<?> type) {
        if (!open.add(type)) {
            return List.of();
        }
        try {
            RecordComponent[] components = type.getRecordComponents();
            List<List<?>> parts = new ArrayList<>();
            for (RecordComponent component : components) {
                parts.add(all(component.getGenericType()));
            }
            return made(type, components, parts);
        } finally {
            open.remove(type);
        }
    }

    private static List<?> made(Class<?> type, RecordComponent[] components, List<List<?>> parts) {
        if (parts.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        int most = parts.stream().mapToInt(List::size).max().orElse(1);
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int at = i;
            Object[] arguments = IntStream.range(0, components.length)
                    .mapToObj(c -> pick(components[c], parts.get(c), at))
                    .toArray();
            make(type, components, arguments).ifPresent(made::add);
        }
        if (made.isEmpty()) {
            throw new IllegalArgumentException("%s refuses every sample: add some to Samples".formatted(type));
        }
        return made;
    }

    /** A full list is used once. */
    private static Object pick(RecordComponent component, List<?> values, int at) {
        boolean again = component.getType() == List.class && at >= values.size();
        return values.get(again ? 1 + at % (values.size() - 1) : at % values.size());
    }

    /** Empty if the record refuses these values: some take only what obeys a rule. */
    private static Optional<Object> make(Class<?> type, RecordComponent[] components, Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
