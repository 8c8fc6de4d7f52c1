package io.signalbox.domain.version;

import static io.signalbox.domain.Given.PLATFORM;
import static io.signalbox.domain.Given.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each platform may have a scheme of its own, where its store's numbers began long ago. */
@Requirement("R3")
class PlatformNumbersTest {
    private static final PlatformKey DESKTOP = new PlatformKey("desktop");
    private static final NumberScheme SMALL = new NumberScheme(List.of(10_000L, 100L, 10L), 10);

    private static App app(Optional<NumberScheme> android, Optional<NumberScheme> desktop) {
        return Given.with(
                Given.app(Given.feed()),
                List.of(
                        new Platform(PLATFORM, "Android", REPOSITORY, List.of(), android),
                        new Platform(DESKTOP, "Desktop", REPOSITORY, List.of(), desktop)));
    }

    @Test
    void aPlatformHasItsOwnSchemeOrTheApps() {
        App app = app(Optional.empty(), Optional.of(SMALL));
        assertThat(app.numbers(PLATFORM)).isEqualTo(NumberScheme.standard());
        assertThat(app.numbers(DESKTOP)).isEqualTo(SMALL);
        assertThat(app.numbers(new PlatformKey("gone"))).isEqualTo(NumberScheme.standard());
    }

    @Test
    void aBumpWritesByTheSchemeThatTheRepositorysPlatformsShare() {
        assertThat(app(Optional.of(SMALL), Optional.of(SMALL)).numbers(REPOSITORY))
                .isEqualTo(SMALL);
        assertThat(app(Optional.empty(), Optional.of(SMALL)).numbers(REPOSITORY))
                .isEqualTo(NumberScheme.standard());
        assertThat(app(Optional.empty(), Optional.of(NumberScheme.standard())).numbers(REPOSITORY))
                .isEqualTo(NumberScheme.standard());
    }
}
