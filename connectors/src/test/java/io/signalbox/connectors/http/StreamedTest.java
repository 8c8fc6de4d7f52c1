package io.signalbox.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.domain.signal.Failure.Kind;
import io.signalbox.world.http.Outcome;
import io.signalbox.world.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StreamedTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static CallFailed breaking(Streamed streamed) {
        CallFailed failed =
                catchThrowableOfType(CallFailed.class, () -> streamed.body().readAllBytes());
        assertThat(failed).isNotNull();
        assertThat(failed.maybeSent()).isTrue();
        return failed;
    }

    @Test
    void aBodyIsReadWhileItComes() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(Vendor.send(Reply.text(200, "pack".repeat(10_000)).with("X-Kind", "pack")));
            try (Streamed streamed = vendor.outlet(100).errand(SOON).stream(Request.get(vendor.at("/")), SOON)) {
                assertThat(streamed.head().status()).isEqualTo(200);
                assertThat(streamed.head().header("x-kind")).contains("pack");
                assertThat(new String(streamed.body().readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("pack".repeat(10_000));
            }
        }
    }

    @Test
    void aBodyThatBreaksOffIsNoBody() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(new Outcome.SendHalf(Reply.text(200, "pack".repeat(10_000))));
            try (Streamed streamed = vendor.outlet(100).errand(SOON).stream(Request.get(vendor.at("/")), SOON)) {
                assertThat(breaking(streamed).failure().kind()).isEqualTo(Kind.UNREACHABLE);
            }
        }
    }

    @Test
    void aBodyThatIsLongerThanAllowedIsNonsense() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(Vendor.send(Reply.text(200, "pack".repeat(10_000))));
            Outlet narrow = vendor.http().outlet(vendor.settings(100).largest(1000));
            try (Streamed streamed = narrow.errand(SOON).stream(Request.get(vendor.at("/")), SOON)) {
                assertThat(breaking(streamed).failure().kind()).isEqualTo(Kind.NONSENSE);
            }
        }
    }

    @Test
    void aBodyThatStopsComingIsGivenUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Vendor vendor = new Vendor();
                SlowBody slow = new SlowBody(over)) {
            Outlet outlet = vendor.http().outlet(OutletSettings.of("slow", slow.root(), Reach.LOOPBACK, 10));
            try (Streamed streamed = outlet.errand(SOON).stream(Request.get(slow.root()), Duration.ofMillis(20))) {
                assertThat(breaking(streamed)).hasMessageContaining("nothing came for");
            } finally {
                over.countDown();
            }
        }
    }
}
