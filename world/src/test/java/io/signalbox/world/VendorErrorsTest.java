package io.signalbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorErrorsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "PLAY, /error/status",
        "APPLE, /errors/0/code",
        "JIRA, /errorMessages/0",
        "GITHUB, /message",
        "SENTRY, /detail",
        "GOOGLE_OAUTH, /error"
    })
    void aPlannedErrorHasTheVendorsShape(Vendor vendor, String pointer) {
        try (OpenWorld open = OpenWorld.in(folder)) {
            open.world().faults().add(FaultRule.on(vendor, VendorErrors.status(vendor, 503)));

            Answer answer = open.request(vendor, "GET", "/anything").send();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().at(pointer).asString()).isNotEmpty();
        }
    }

    @Test
    void aVendorCanAskToBeLeftAlone() {
        try (OpenWorld open = OpenWorld.in(folder)) {
            open.world().faults().add(FaultRule.on(Vendor.APPLE, VendorErrors.tooMany(Vendor.APPLE, 60)));

            Answer answer = open.robot(Vendor.APPLE, "GET", "/v1/apps").send();

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isEqualTo("60");
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("RATE_LIMIT_EXCEEDED");
        }
    }
}
