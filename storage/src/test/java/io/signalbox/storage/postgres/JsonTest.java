package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.engine.storage.UnreadableRecord;
import org.junit.jupiter.api.Test;

/** What is read again and again is made once of each text. */
class JsonTest {
    private final Json json = new Json();
    private final SubjectState state = new SubjectState.OfTrack(
            Given.track(Stage.CANDIDATE, new DestinationState.Unsent(Given.NOW), Said.NOTHING));

    private SubjectState.OfTrack read(String text) {
        return (SubjectState.OfTrack) json.state(Given.TRACK, text);
    }

    @Test
    void equalTextsGiveOneAndTheSameValueAndOthersTheirOwn() {
        String text = json.write(state);
        String other = text.replace("CANDIDATE", "BRANCHED");
        assertThat(read(text)).isEqualTo(state);
        assertThat(read(new String(text)).track()).isSameAs(read(text).track());
        assertThat(read(other).track().stage()).isEqualTo(Stage.BRANCHED);
    }

    @Test
    void whatCannotBeReadIsRefusedEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> read("{\"v\":1}"))
                    .isInstanceOf(UnreadableRecord.class)
                    .hasMessageContaining(Given.TRACK.text());
        }
    }
}
