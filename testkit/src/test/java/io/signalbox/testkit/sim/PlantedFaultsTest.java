package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.audit.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker is itself checked: each fault that is planted alone must be caught within a hundred days. */
class PlantedFaultsTest {
    private static final long WITHIN = 100;

    static List<PlantedFaults.Planted> faults() {
        return PlantedFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isCaught(PlantedFaults.Planted fault) {
        Optional<String> caught = LongStream.rangeClosed(1, WITHIN)
                .boxed()
                .flatMap(seed -> Arrays.stream(Aim.values()).map(aim -> new Simulation.Setup(seed, aim)))
                .map(setup -> caught(setup.with(fault.fresh().get())))
                .flatMap(Optional::stream)
                .findFirst();
        System.out.printf("planted fault \"%s\": %s%n", fault, caught.orElse("not caught"));
        assertThat(caught).as(fault.name()).isPresent();
    }

    private static Optional<String> caught(Simulation.Setup setup) {
        List<Violation> violations = Simulation.run(setup).violations();
        String names = violations.stream()
                .map(Violation::invariant)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of("caught by %s with seed %d, for %s".formatted(names, setup.seed(), setup.aim()));
    }
}
