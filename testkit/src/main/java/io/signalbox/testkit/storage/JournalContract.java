package io.signalbox.testkit.storage;

import static io.signalbox.testkit.storage.Scene.IOS;
import static io.signalbox.testkit.storage.Scene.TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Kept;
import io.signalbox.testkit.values.Variants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened, in order, for good. */
public interface JournalContract extends StorageUnderTest {

    @Test
    default void entriesAreNumberedForEachAppFromOne() {
        Scene scene = Scene.ofOneRelease(storage());
        AppKey other = new AppKey("other");
        storage().ensureTrain(other, Scene.NOW);
        scene.done(scene.change(TRACK).noting("first").noting("second"));
        scene.done(scene.change(new TrainId(other)).noting("elsewhere"));
        scene.done(scene.change(IOS).noting("third"));
        List<Kept> all = storage().journal(Given.APP, 0, 100);
        assertThat(all).extracting(Kept::sequence).containsExactly(1L, 2L, 3L);
        assertThat(all).extracting(k -> k.entry().subject()).containsExactly(TRACK, TRACK, IOS);
        assertThat(storage().journal(other, 0, 100)).extracting(Kept::sequence).containsExactly(1L);
        assertThat(storage().journal(new AppKey("unknown"), 0, 100)).isEmpty();
    }

    @Test
    default void theJournalIsReadInPages() {
        Scene scene = Scene.ofOneRelease(storage());
        for (int i = 0; i < 5; i++) {
            scene.done(scene.change(TRACK).noting("entry " + i));
        }
        List<Kept> all = storage().journal(Given.APP, 0, Integer.MAX_VALUE);
        assertThat(storage().journal(Given.APP, 0, 2)).isEqualTo(all.subList(0, 2));
        assertThat(storage().journal(Given.APP, 2, 2)).isEqualTo(all.subList(2, 4));
        assertThat(storage().journal(Given.APP, 4, 2)).isEqualTo(all.subList(4, 5));
        assertThat(storage().journal(Given.APP, 5, 2)).isEmpty();
    }

    @Test
    default void theNewestEntriesOfASubjectComeOldestFirst() {
        Scene scene = Scene.ofOneRelease(storage());
        for (int i = 0; i < 4; i++) {
            scene.done(scene.change(TRACK).noting("track " + i));
            scene.done(scene.change(IOS).noting("ios " + i));
        }
        assertThat(storage().journalOf(TRACK, 2)).extracting(Kept::sequence).containsExactly(5L, 7L);
        assertThat(storage().journalOf(TRACK, 100)).hasSize(4);
        assertThat(storage().journalOf(Given.RELEASE, 100)).isEmpty();
    }

    @Test
    default void everyShapeOfAnEntryComesBackAsItWas() {
        Scene scene = Scene.ofOneRelease(storage());
        List<Entry> entries = Variants.of(Entry.class).stream()
                .map(e -> new Entry(e.at(), TRACK, e.by(), e.fact()))
                .toList();
        scene.done(scene.change(TRACK).writing(entries.toArray(Entry[]::new)));
        assertThat(storage().journal(Given.APP, 0, 10_000))
                .extracting(Kept::entry)
                .isEqualTo(entries);
    }
}
