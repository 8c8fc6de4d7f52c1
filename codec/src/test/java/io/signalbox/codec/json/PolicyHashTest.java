package io.signalbox.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.codec.yaml.PolicyReader;
import io.signalbox.domain.Given;
import io.signalbox.domain.policy.Policy;
import io.signalbox.testkit.values.Variants;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyHashTest {
    @Test
    void policiesThatSayTheSameHaveTheSameHash() {
        for (String name : PolicyReader.BUILT_IN) {
            Policy once = PolicyHash.named(new PolicyReader(Given.STOCKHOLM).builtIn(name));
            Policy again = PolicyHash.named(new PolicyReader(Given.STOCKHOLM).builtIn(name));
            assertThat(once.hash()).matches("[0-9a-f]{64}");
            assertThat(again).isEqualTo(once);
            assertThat(PolicyHash.named(once)).isEqualTo(once);
        }
    }

    @Test
    void policiesThatDifferHaveDifferentHashes() {
        List<Policy> policies = Variants.of(Policy.class);
        Set<Policy> different = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        policies.forEach(policy -> {
            different.add(policy.hashed(""));
            hashes.add(PolicyHash.named(policy).hash());
        });
        assertThat(hashes).hasSize(different.size()).hasSizeGreaterThan(1);
    }
}
