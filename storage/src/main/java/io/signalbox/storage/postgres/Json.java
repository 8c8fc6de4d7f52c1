package io.signalbox.storage.postgres;

import io.signalbox.codec.json.StoredJson;
import io.signalbox.codec.json.StoredType;
import io.signalbox.codec.json.StoredTypes;
import io.signalbox.codec.json.Unreadable;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.engine.storage.UnreadableRecord;

/** The JSON of what is kept. Thread-safe. */
final class Json {
    static final StoredType<Entry> ENTRY = StoredType.of("journal-entry", Entry.class);
    static final StoredType<Attention> ATTENTION = StoredType.of("attention", Attention.class);

    private final StoredJson json = new StoredJson();

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

    String write(SubjectState state) {
        return switch (state) {
            case SubjectState.OfTrain of -> write(StoredTypes.TRAIN, of.train());
            case SubjectState.OfRelease of -> write(StoredTypes.RELEASE, of.release());
            case SubjectState.OfTrack of -> write(StoredTypes.TRACK, of.track());
        };
    }

    SubjectState state(SubjectId id, String text) {
        return switch (id) {
            case SubjectId.TrainId _ -> new SubjectState.OfTrain(read(StoredTypes.TRAIN, text, id.text()));
            case SubjectId.ReleaseId _ -> new SubjectState.OfRelease(read(StoredTypes.RELEASE, text, id.text()));
            case SubjectId.TrackId _ -> new SubjectState.OfTrack(read(StoredTypes.TRACK, text, id.text()));
        };
    }
}
