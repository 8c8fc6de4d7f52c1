package io.signalbox.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.app.Share;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
    private static List<String> faults(Capabilities can, Exposure first) {
        List<Rung> ladder = List.of(new Rung(first, Duration.ofHours(1)), new Rung(Exposure.EVERYONE, Duration.ZERO));
        TrackPolicy usual = Given.process(Mode.AUTOMATIC, new Criterion.StoreApproved());
        TrackPolicy process = new TrackPolicy(ladder, usual.moves(), List.of(), List.of(), List.of());
        return Fit.faults(Given.app(can), Given.policy(process, new Criterion.AnyCommit()));
    }

    @Test
    void aLadderMayUseWhatTheDestinationCan() {
        assertThat(faults(Given.play(GoLive.ON_APPROVAL), Given.ONE_PERCENT)).isEmpty();
        assertThat(faults(Given.appStore(), Given.ONE_PERCENT)).isEmpty();
    }

    @Test
    void aShareThatTheDestinationDoesNotHaveIsAFault() {
        assertThat(faults(Given.appStore(), Exposure.of(Share.percent(3))))
                .singleElement()
                .asString()
                .contains("cannot be set to 3 %");
    }

    @Test
    void countriesAreAFaultWhereTheDestinationHasNone() {
        Exposure sweden = new Exposure(Share.percent(1), new Markets.Only(List.of("SE")));
        assertThat(faults(Given.feed(), sweden))
                .containsExactly("android: store cannot be limited to countries: 1 % in SE");
        assertThat(faults(Given.play(GoLive.ON_APPROVAL), sweden)).isEmpty();
    }

    @Test
    void aCutMustSayOfWhichCommit() {
        TrackPolicy process = Given.process(Mode.AUTOMATIC, new Criterion.StoreApproved());
        assertThat(Fit.faults(Given.app(Given.appStore()), Given.policy(process, new Criterion.Bumped())))
                .anySatisfy(fault -> assertThat(fault).contains("\"cut\" must say of which commit"));
    }
}
