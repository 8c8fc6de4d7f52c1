package io.signalbox.codec.json;

import java.util.List;

/**
 * A kind of value that is stored by itself.
 *
 * @param name for people, in messages
 * @param type a record or a sealed type of records
 * @param upcasts the first brings version 1 to 2, and so on; today's version is one more than there are of them
 */
public record StoredType<T>(String name, Class<T> type, List<Upcast> upcasts) {
    public StoredType {
        upcasts = List.copyOf(upcasts);
    }

    /** A kind whose shape has never changed. */
    public static <T> StoredType<T> of(String name, Class<T> type) {
        return new StoredType<>(name, type, List.of());
    }

    public int version() {
        return upcasts.size() + 1;
    }
}
