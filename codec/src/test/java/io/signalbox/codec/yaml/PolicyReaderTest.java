package io.signalbox.codec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.Policy;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {
    private final PolicyReader reader = new PolicyReader(ZoneId.of("Europe/Stockholm"));

    static List<String> builtIn() {
        return PolicyReader.BUILT_IN;
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void theBuiltInPoliciesAreWhole(String name) {
        assertThat(reader.builtIn(name).name()).isEqualTo(name);
    }

    @Test
    void theDefaultPolicyIsTheTableOfTheProduct() {
        Policy policy = reader.builtIn("default");
        assertThat(policy.rings()).hasSize(4);
        assertThat(policy.track().ladder())
                .extracting(r -> r.exposure().share())
                .containsExactly(Share.percent(1), Share.EVERYONE);
        assertThat(policy.track().move(Move.SUBMIT).orElseThrow().guard())
                .contains(new Criterion.TestsGreen(), new Criterion.SignedOff(), new Criterion.OnlyApprovedCommits());
        assertThat(policy.track().move(Move.FIRST_STEP).orElseThrow().guard())
                .as("compliance gates everyone, never the first step")
                .doesNotContain(new Criterion.CheckPassed("compliance"));
        assertThat(policy.track().move(Move.EVERYONE).orElseThrow().guard())
                .contains(new Criterion.CheckPassed("compliance"));
    }

    @Test
    void aPlatformChangesOnlyWhatItNames() {
        String text = whole()
                + "platforms:\n  ios:\n    moves:\n      submit: {mode: confirm, approvals: 2, when: [tests-green]}\n";
        Policy policy = whole(reader.read("policy.yaml", text));
        var ios = policy.of(new PlatformKey("ios"));
        assertThat(ios.move(Move.SUBMIT).orElseThrow().approvals()).isEqualTo(2);
        assertThat(ios.move(Move.EVERYONE)).isEqualTo(policy.track().move(Move.EVERYONE));
        assertThat(ios.ladder()).isEqualTo(policy.track().ladder());
    }

    @Test
    void everyFaultIsNamedWithItsLineAndTheNearestKey() {
        String text = whole().replace("freshness:", "freshnes:")
                .replace("tests-green", "test-green")
                .replace("soak: 22h", "soak: 22 hours")
                .replace("mode: automatic", "mode: automatical");
        Read<Policy> read = reader.read("policy.yaml", text);
        assertThat(read).isInstanceOfSatisfying(Read.Refused.class, refused -> {
            List<String> faults = ((Read.Refused<?>) refused)
                    .faults().stream().map(Fault::toString).toList();
            assertThat(faults)
                    .anySatisfy(f -> assertThat(f).contains("freshnes").contains("did you mean \"freshness\"?"));
            assertThat(faults)
                    .anySatisfy(f -> assertThat(f)
                            .contains("no such criterion: \"test-green\"")
                            .contains("did you mean \"tests-green\"?"));
            assertThat(faults).anySatisfy(f -> assertThat(f).contains("\"22 hours\" is not a duration"));
            assertThat(faults)
                    .anySatisfy(f -> assertThat(f).contains("automatical").contains("did you mean \"automatic\"?"));
            assertThat(faults).allSatisfy(f -> assertThat(f).matches("policy\\.yaml:\\d+: .*"));
        });
    }

    @Test
    void aCriterionOfReleasesDoesNotGuardATrack() {
        Read<Policy> read = reader.read("policy.yaml", whole().replace("- signed-off", "- bumped"));
        assertThat(faults(read)).anySatisfy(f -> assertThat(f).contains("\"bumped\" cannot be judged for this move"));
    }

    @Test
    void whatIsAskedOfAStoreDoesNotGuardACandidateNorIsItWatched() {
        Read<Policy> guard = reader.read("policy.yaml", whole().replace("newest-commit-built", "store-seen"));
        assertThat(faults(guard)).anySatisfy(f -> assertThat(f).contains("\"store-seen\" cannot be judged"));
        Read<Policy> watch = reader.read("policy.yaml", whole().replace("released: [", "released: [soaked, "));
        assertThat(faults(watch)).anySatisfy(f -> assertThat(f).contains("\"soaked\" cannot be watched"));
    }

    @Test
    void aCriterionThatIsGivenWhatItDoesNotTakeIsRefused() {
        Read<Policy> read = reader.read("policy.yaml", whole().replace("- tests-green", "- tests-green: {on: main}"));
        assertThat(faults(read)).anySatisfy(f -> assertThat(f).contains("\"tests-green\" takes no value"));
    }

    @Test
    void aLadderThatDoesNotRiseIsRefused() {
        Read<Policy> read = reader.read("policy.yaml", whole().replace("share: 100 %", "share: 1 %"));
        assertThat(faults(read)).anySatisfy(f -> assertThat(f).contains("ladder"));
    }

    @Test
    void textThatIsNotYamlIsRefusedWithItsLine() {
        Read<Policy> read = reader.read("policy.yaml", "name: x\nrings: {a: [}\n");
        assertThat(faults(read)).singleElement().asString().startsWith("policy.yaml:2: file: is not YAML");
    }

    private static String whole() {
        return YamlTexts.resource("default-policy.yaml");
    }

    private static Policy whole(Read<Policy> read) {
        assertThat(read).isInstanceOf(Read.Whole.class);
        return ((Read.Whole<Policy>) read).value();
    }

    private static List<String> faults(Read<Policy> read) {
        assertThat(read).isInstanceOf(Read.Refused.class);
        return ((Read.Refused<Policy>) read)
                .faults().stream().map(Fault::toString).toList();
    }
}
