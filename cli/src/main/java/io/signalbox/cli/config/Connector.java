package io.signalbox.cli.config;

import io.signalbox.connectors.http.Trial;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A system that an app is connected to.
 *
 * @param source what is read of it
 * @param performer who brings effects about there, if that is possible
 * @param places the destination or repository that it is
 * @param trials tries it out: what works, what is missing, how to mend it
 */
public record Connector(
        Source source, Optional<Performer> performer, List<String> places, Function<Instant, List<Trial>> trials) {
    public Connector {
        places = List.copyOf(places);
    }

    static Connector readOnly(Source source, Function<Instant, List<Trial>> trials) {
        return new Connector(source, Optional.empty(), List.of(), trials);
    }

    static <C extends Source & Performer> Connector of(C both, String place, Function<Instant, List<Trial>> trials) {
        return new Connector(both, Optional.of(both), List.of(place), trials);
    }
}
