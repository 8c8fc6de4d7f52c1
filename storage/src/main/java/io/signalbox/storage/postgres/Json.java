package io.signalbox.storage.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.signalbox.codec.json.StoredJson;
import io.signalbox.codec.json.StoredType;
import io.signalbox.codec.json.StoredTypes;
import io.signalbox.codec.json.Unreadable;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.engine.storage.UnreadableRecord;

/** The JSON of what is kept. Thread-safe. */
final class Json {
    static final StoredType<Entry> ENTRY = StoredType.of("journal-entry", Entry.class);
    static final StoredType<Attention> ATTENTION = StoredType.of("attention", Attention.class);

    /** 8 million characters of text, and what was read from them. */
    private static final long REMEMBERED = 8_000_000;

    private final StoredJson json = new StoredJson();
    private final Cache<Text, Object> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((Text text, Object _) -> text.text.length())
            .executor(Runnable::run)
            .build();

    private record Text(StoredType<?> kind, String text) {}

    <T> String write(StoredType<T> kind, T value) {
        return json.write(kind, value);
    }

    /**
     * @param where what is read, for people
     * @throws UnreadableRecord if the text is not what it should be
     */
    <T> T read(StoredType<T> kind, String text, String where) {
        try {
            return json.read(kind, text);
        } catch (Unreadable e) {
            throw new UnreadableRecord("%s: %s".formatted(where, e.getMessage()), e);
        }
    }

    /** As {@link #read}, for what is read again and again while few of it change: equal texts give one and the same value. */
    private <T> T recall(StoredType<T> kind, String text, String where) {
        return kind.type().cast(remembered.get(new Text(kind, text), _ -> read(kind, text, where)));
    }

    Signal signal(String text, String where) {
        return recall(StoredTypes.SIGNAL, text, where);
    }

    Action action(String text, String where) {
        return recall(StoredTypes.ACTION, text, where);
    }

    Attention attention(SubjectId id, String text) {
        return recall(ATTENTION, text, id.text());
    }

    String write(SubjectState state) {
        return switch (state) {
            case SubjectState.OfTrain of -> write(StoredTypes.TRAIN, of.train());
            case SubjectState.OfRelease of -> write(StoredTypes.RELEASE, of.release());
            case SubjectState.OfTrack of -> write(StoredTypes.TRACK, of.track());
        };
    }

    SubjectState state(SubjectId id, String text) {
        return switch (id) {
            case SubjectId.TrainId _ -> new SubjectState.OfTrain(recall(StoredTypes.TRAIN, text, id.text()));
            case SubjectId.ReleaseId _ -> new SubjectState.OfRelease(recall(StoredTypes.RELEASE, text, id.text()));
            case SubjectId.TrackId _ -> new SubjectState.OfTrack(recall(StoredTypes.TRACK, text, id.text()));
        };
    }
}
