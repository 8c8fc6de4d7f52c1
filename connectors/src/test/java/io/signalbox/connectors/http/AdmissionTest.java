package io.signalbox.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Failure.Kind;
import io.signalbox.world.http.Outcome;
import io.signalbox.world.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private final Vendor vendor = new Vendor();

    @AfterEach
    void close() throws IOException {
        vendor.close();
    }

    private Response ask(Outlet outlet) throws CallFailed {
        return outlet.errand(SOON).send(Request.get(vendor.at("/")));
    }

    private Response stop(Outlet outlet) throws CallFailed {
        return outlet.stop(SOON).send(Request.post(vendor.at("/halt")));
    }

    private Failure refusal(Outlet outlet) {
        int before = vendor.calls();
        CallFailed failed = catchThrowableOfType(CallFailed.class, () -> ask(outlet));
        assertThat(failed).isNotNull();
        assertThat(failed.maybeSent()).isFalse();
        assertThat(vendor.calls()).isEqualTo(before);
        return failed.failure();
    }

    @Test
    void aFifthOfTheBudgetIsKeptForStops() throws Exception {
        Outlet outlet = vendor.outlet(10);
        for (int i = 0; i < 8; i++) {
            assertThat(ask(outlet).isSuccess()).isTrue();
        }
        assertThat(refusal(outlet).kind()).isEqualTo(Kind.THROTTLED);
        for (int i = 0; i < 20; i++) {
            assertThat(stop(outlet).isSuccess()).isTrue();
        }
        vendor.pass(Duration.ofMinutes(59));
        assertThat(refusal(outlet).message()).contains("10 calls an hour");
        vendor.pass(Duration.ofMinutes(1));
        assertThat(ask(outlet).isSuccess()).isTrue();
    }

    @Test
    void aVendorThatWantsToBeLeftAloneIs() throws Exception {
        Outlet outlet = vendor.outlet(100);
        vendor.next(Vendor.send(Reply.text(429, "slow down").with("Retry-After", "90")));
        assertThat(ask(outlet).failure().kind()).isEqualTo(Kind.THROTTLED);
        vendor.pass(Duration.ofSeconds(89));
        assertThat(refusal(outlet).kind()).isEqualTo(Kind.THROTTLED);
        assertThat(stop(outlet).isSuccess()).isTrue();
        assertThat(outlet.traffic().pausedUntil()).contains(Vendor.START.plusSeconds(90));
        vendor.pass(Duration.ofSeconds(1));
        assertThat(ask(outlet).isSuccess()).isTrue();
    }

    @Test
    void aVendorThatSaysTooManyAndNotForHowLongIsLeftAloneForAWhile() throws Exception {
        Outlet outlet = vendor.outlet(100);
        vendor.next(Vendor.send(Reply.text(429, "slow down")));
        ask(outlet);
        assertThat(refusal(outlet).kind()).isEqualTo(Kind.THROTTLED);
        vendor.pass(Duration.ofSeconds(30));
        assertThat(ask(outlet).isSuccess()).isTrue();
    }

    @Test
    void aVendorsOwnLimitIsRespectedBeforeItBites() throws Exception {
        Outlet outlet = vendor.http()
                .outlet(vendor.settings(1000)
                        .quota(r -> r.header("X-Left")
                                .map(left -> new OutletSettings.Quota(100, Integer.parseInt(left), Optional.empty()))));
        vendor.next(
                Vendor.send(Reply.text(200, "").with("X-Left", "21")),
                Vendor.send(Reply.text(200, "").with("X-Left", "20")));
        ask(outlet);
        ask(outlet);
        assertThat(refusal(outlet).kind()).isEqualTo(Kind.THROTTLED);
        assertThat(stop(outlet).isSuccess()).isTrue();
        vendor.pass(Duration.ofMinutes(5));
        assertThat(ask(outlet).isSuccess()).isTrue();
    }

    @Test
    void afterARowOfFailuresOneCallFindsOutAndStopsAlwaysGo() throws Exception {
        Outlet outlet = vendor.outlet(1000);
        for (int i = 0; i < 5; i++) {
            vendor.next(Vendor.send(Reply.text(503, "down")));
            ask(outlet);
        }
        assertThat(refusal(outlet).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal(outlet).message()).contains("503 down");
        vendor.next(new Outcome.Drop());
        assertThat(catchThrowableOfType(CallFailed.class, () -> stop(outlet)).maybeSent())
                .isTrue();
        vendor.pass(Duration.ofSeconds(11));
        vendor.next(Vendor.send(Reply.text(500, "still down")));
        assertThat(ask(outlet).status()).isEqualTo(500);
        assertThat(refusal(outlet).kind()).isEqualTo(Kind.UNREACHABLE);
        vendor.pass(Duration.ofSeconds(11));
        assertThat(refusal(outlet).message()).contains("still down");
        vendor.pass(Duration.ofSeconds(10));
        assertThat(ask(outlet).isSuccess()).isTrue();
        assertThat(ask(outlet).isSuccess()).isTrue();
    }

    @Test
    void whatWentOutIsCounted() throws Exception {
        Outlet outlet = vendor.outlet(100);
        vendor.next(
                Vendor.send(Reply.text(200, "")),
                Vendor.send(Reply.text(500, "oh")),
                Vendor.send(Reply.text(429, "slow down")));
        ask(outlet);
        ask(outlet);
        ask(outlet);
        refusal(outlet);
        Traffic traffic = outlet.traffic();
        assertThat(traffic.everMade()).isEqualTo(3);
        assertThat(traffic.lastHour()).isEqualTo(3);
        assertThat(traffic.failed()).isEqualTo(1);
        assertThat(traffic.throttled()).isEqualTo(2);
        assertThat(traffic.lastFailure())
                .hasValueSatisfying(text -> assertThat(text).contains("500 oh"));
        assertThat(vendor.http().traffic()).containsExactly(traffic);
        vendor.pass(Duration.ofHours(2));
        assertThat(outlet.traffic().lastHour()).isZero();
        assertThat(outlet.traffic().everMade()).isEqualTo(3);
    }
}
