package io.signalbox.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.domain.signal.Failure;
import io.signalbox.world.http.Outcome;
import io.signalbox.world.http.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ErrandTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Secret KEY = Secret.of("s3cr3t-k3y");

    private static CallFailed failing(Errand errand, Request request) {
        CallFailed failed = catchThrowableOfType(CallFailed.class, () -> errand.send(request));
        assertThat(failed).isNotNull();
        return failed;
    }

    @Test
    void whatIsSentArrivesAndWhatComesBackIsWhole() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(Vendor.send(Reply.text(404, "no such thing").with("X-Left", "7")));
            Response response = vendor.outlet(100)
                    .errand(SOON)
                    .send(Request.put(vendor.at("/a?b=c"))
                            .bearer(KEY)
                            .header("Accept", "text/plain")
                            .json("{}"));
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text()).isEqualTo("no such thing");
            assertThat(response.header("x-left")).contains("7");
            assertThat(response.failure().kind()).isEqualTo(Failure.Kind.NONSENSE);
            assertThat(vendor.seen()).singleElement().satisfies(raw -> {
                assertThat(raw.method()).isEqualTo("PUT");
                assertThat(raw.target()).isEqualTo("/a?b=c");
                assertThat(raw.body().bytes()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
            });
        }
    }

    @Test
    void anAnswerIsOfTheVendorsTimeAndNeverLaterThanTheAsking() throws Exception {
        try (Vendor vendor = new Vendor()) {
            Response response = vendor.outlet(100).errand(SOON).send(Request.get(vendor.at("/")));
            assertThat(response.asOf(Vendor.START)).isEqualTo(Vendor.START.minusSeconds(3));
            assertThat(response.asOf(Vendor.START.minusSeconds(60))).isEqualTo(Vendor.START.minusSeconds(60));
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(Vendor.send(Reply.empty(302).with("Location", "http://169.254.169.254/")));
            Response response = vendor.outlet(100).errand(SOON).send(Request.get(vendor.at("/")));
            assertThat(response.status()).isEqualTo(302);
            assertThat(vendor.calls()).isEqualTo(1);
        }
    }

    @Test
    void aCallThatFoundNobodyWasNeverSent() throws Exception {
        Vendor vendor = new Vendor();
        URI gone = vendor.at("/");
        Outlet outlet = vendor.outlet(100);
        vendor.close();
        try (Vendor other = new Vendor()) {
            Outlet toNobody = other.http().outlet(OutletSettings.of("gone", gone, Reach.LOOPBACK, 10));
            CallFailed failed =
                    failing(toNobody.errand(SOON), Request.post(gone).json("{}"));
            assertThat(failed.maybeSent()).isFalse();
            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        }
        assertThat(outlet.traffic().everMade()).isZero();
    }

    @Test
    void aCallWhoseReplyBreaksOffMayHaveBeenSent() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(new Outcome.Drop(), new Outcome.SendHalf(Reply.text(200, "half of this only")));
            Errand errand = vendor.outlet(100).errand(SOON);
            for (int i = 0; i < 2; i++) {
                CallFailed failed = failing(errand, Request.post(vendor.at("/")).json("{}"));
                assertThat(failed.maybeSent()).isTrue();
                assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
            }
            assertThat(vendor.calls()).isEqualTo(2);
        }
    }

    @Test
    void aReplyThatDoesNotEndIsGivenUpAtTheDeadline() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        try (Vendor vendor = new Vendor();
                SlowBody slow = new SlowBody(hanging)) {
            Outlet outlet = vendor.http().outlet(OutletSettings.of("slow", slow.root(), Reach.LOOPBACK, 10));
            CallFailed failed = failing(
                    outlet.errand(Duration.ofMillis(200)),
                    Request.post(slow.root()).json("{}"));
            assertThat(failed.maybeSent()).isTrue();
            assertThat(failed).hasMessageContaining("in time");
            hanging.countDown();
        }
    }

    @Test
    void anErrandThatIsOverCallsNobody() throws Exception {
        try (Vendor vendor = new Vendor()) {
            Errand errand = vendor.outlet(100).errand(SOON);
            vendor.tick(SOON);
            assertThat(failing(errand, Request.get(vendor.at("/"))).maybeSent()).isFalse();
            assertThat(vendor.calls()).isZero();
        }
    }

    @Test
    void anAnswerThatIsTooLongIsNonsense() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(Vendor.send(Reply.text(200, "x".repeat(2000))));
            Outlet outlet = vendor.http().outlet(vendor.settings(10).largest(1000));
            CallFailed failed = failing(outlet.errand(SOON), Request.post(vendor.at("/")));
            assertThat(failed.maybeSent()).isTrue();
            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.NONSENSE);
        }
    }

    @Test
    void noTextShowsASecretThatAVendorEchoes() throws Exception {
        try (Vendor vendor = new Vendor()) {
            vendor.next(Vendor.send(Reply.text(403, "bad key s3cr3t-k3y,\n go away")));
            Request request = Request.get(vendor.at("/?q=s3cr3t-k3y")).bearer(KEY);
            Response response = vendor.outlet(100).errand(SOON).send(request);
            assertThat(response.failure().kind()).isEqualTo(Failure.Kind.REFUSED);
            assertThat(response.failure().message())
                    .contains("bad key ***, go away")
                    .doesNotContain("s3cr3t");
            assertThat(request + " " + response + " " + KEY).doesNotContain("s3cr3t");
            Secret broken = Secret.of("s3cr3t\nline");
            CallFailed failed = failing(
                    vendor.outlet(100).errand(SOON), Request.get(vendor.at("/")).bearer(broken));
            assertThat(failed.getMessage()).doesNotContain("s3cr3t");
            assertThat(failed.maybeSent()).isFalse();
        }
    }
}
