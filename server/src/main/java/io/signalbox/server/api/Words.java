package io.signalbox.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads words of a body as what they stand for; what cannot be read is a fault that names what could. */
final class Words {
    private Words() {}

    /** A name of an enum, written in lower case with hyphens. */
    static <E extends Enum<E>> E one(Class<E> type, @Nullable String written, String pointer) {
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Words::written).toList();
        String text = Objects.requireNonNullElse(written, "");
        int index = known.indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (index < 0) {
            throw Refused.invalid(
                    pointer,
                    "unknown-value",
                    "\"%s\" is unknown; use one of %s".formatted(text, String.join(", ", known)));
        }
        return type.getEnumConstants()[index];
    }

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A value that the domain makes of text. */
    static <T> T made(Function<String, T> make, @Nullable String written, String pointer) {
        try {
            return make.apply(Objects.requireNonNullElse(written, ""));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(pointer, "invalid", String.valueOf(e.getMessage()));
        }
    }

    static <T> T given(@Nullable T value, String pointer) {
        if (value == null) {
            throw Refused.invalid(pointer, "missing", "\"%s\" is missing".formatted(pointer.substring(1)));
        }
        return value;
    }
}
