package io.signalbox.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.signal.Failure;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final URI BASE = URI.create("https://api.example.com/v1");

    private static Gatekeeper leading(Reach reach, String... addresses) {
        return resolving(List.of(BASE), reach, host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        });
    }

    private static Gatekeeper resolving(List<URI> bases, Reach reach, Addresses.Resolver resolver) {
        return new Gatekeeper(bases, reach, resolver, THREADS);
    }

    private static void check(Gatekeeper gatekeeper, String uri) throws CallFailed {
        gatekeeper.check(Request.get(URI.create(uri)), Duration.ofSeconds(10));
    }

    @Test
    void theConfiguredHostMayBeCalledUnderAnyPath() {
        Gatekeeper gatekeeper = leading(Reach.PUBLIC, "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c");
        assertThatCode(() -> check(gatekeeper, "https://api.example.com/elsewhere?a=b"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(gatekeeper, "HTTPS://API.example.com:443/")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/",
                "https://api.example.com:8443/",
                "https://api.example.com./",
                "https://api.example.com.evil.example/",
                "https://evil.example/",
                "https://api.example.com@evil.example/",
                "https://user@api.example.com/",
                "https://user:password@api.example.com/",
                "https://api_example.com/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://0x7f.1/",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://localhost/",
                "https://api.example.com/#fragment",
                "https:/api.example.com/",
                "https:///api.example.com/",
                "https:api.example.com",
                "//api.example.com/",
                "file:///etc/passwd",
                "jar:https://api.example.com/!/",
                "ftp://api.example.com/",
            })
    void everyOtherSpellingIsRefused(String uri) {
        Gatekeeper gatekeeper = leading(Reach.PUBLIC, "93.184.215.14");
        assertThatThrownBy(() -> check(gatekeeper, uri)).isInstanceOfSatisfying(CallFailed.class, failed -> {
            assertThat(failed.maybeSent()).isFalse();
            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.REFUSED);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "2001::1",
            })
    void aNameThatLeadsInwardsIsRefusedEvenAmongOthers(String address) {
        assertThatThrownBy(() -> check(leading(Reach.PUBLIC, "93.184.215.14", address), BASE.toString()))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("may not reach");
    }

    @Test
    void aCompanysOwnNetworkIsReachedOnlyWhenAllowed() {
        assertThatCode(() -> check(leading(Reach.PRIVATE, "10.1.2.3"), BASE.toString()))
                .doesNotThrowAnyException();
        for (String never : List.of("127.0.0.1", "169.254.169.254", "::1", "fe80::1")) {
            assertThatThrownBy(() -> check(leading(Reach.PRIVATE, never), BASE.toString()))
                    .isInstanceOf(CallFailed.class);
        }
    }

    @Test
    void theDemoReachesThisMachineAndNothingElse() throws Exception {
        URI here = URI.create("http://127.0.0.1:8080");
        Gatekeeper demo = resolving(List.of(here, BASE), Reach.LOOPBACK, InetAddress::getAllByName);
        check(demo, "http://127.0.0.1:8080/jira");
        assertThatThrownBy(() -> check(demo, "http://127.0.0.1:8081/")).isInstanceOf(CallFailed.class);
        Gatekeeper outside = leading(Reach.LOOPBACK, "93.184.215.14");
        assertThatThrownBy(() -> check(outside, BASE.toString())).isInstanceOf(CallFailed.class);
    }

    @Test
    void aHostThatNobodyKnowsIsUnreachable() {
        Gatekeeper gatekeeper = resolving(List.of(BASE), Reach.PUBLIC, host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> check(gatekeeper, BASE.toString()))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE));
    }

    @Test
    void aHostThatIsNotFoundInTimeIsUnreachable() {
        Gatekeeper gatekeeper = resolving(List.of(BASE), Reach.PUBLIC, host -> {
            LockSupport.park();
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> gatekeeper.check(Request.get(BASE), Duration.ofMillis(1)))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("not found in time");
    }

    @Test
    void aBaseAddressThatBreaksTheRulesIsToldWhenItIsSet() {
        assertThatThrownBy(() -> resolving(
                        List.of(URI.create("http://api.example.com")), Reach.PUBLIC, InetAddress::getAllByName))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://api.example.com")
                .hasMessageContaining("use https");
    }
}
