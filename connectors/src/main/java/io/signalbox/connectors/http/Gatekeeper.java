package io.signalbox.connectors.http;

import io.signalbox.domain.signal.Failure;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Lets calls go only to the configured hosts, and only where those may be.
 *
 * <p>The JDK's client cannot be told an address. It finds the one that was checked here a moment before, because the JDK keeps what
 * it found for thirty seconds; for a host that changes its address in between, the certificate still has to fit the name.
 */
final class Gatekeeper {
    /** Names only. Java takes {@code 127.1} or {@code a_b} for no host at all in one class and connects to it with another. */
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private final List<Origin> origins;
    private final Reach reach;
    private final Addresses.Resolver resolver;
    private final ExecutorService threads;

    private record Origin(String scheme, String host, int port) {
        static Origin of(URI uri) {
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int standard = scheme.equals("https") ? 443 : 80;
            return new Origin(
                    scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() == -1 ? standard : uri.getPort());
        }
    }

    /** @throws IllegalArgumentException if a base address breaks a rule: it is a setting, and its fault is told at once */
    Gatekeeper(List<URI> bases, Reach reach, Addresses.Resolver resolver, ExecutorService threads) {
        this.reach = reach;
        this.resolver = resolver;
        this.threads = threads;
        for (URI base : bases) {
            Optional<String> fault = fault(base);
            if (fault.isPresent()) {
                throw new IllegalArgumentException("base address %s: %s".formatted(base, fault.get()));
            }
        }
        this.origins = bases.stream().map(Origin::of).toList();
    }

    /**
     * Returns if the call may go there.
     *
     * @param left how long finding the host's address may take
     */
    void check(Request request, Duration left) throws CallFailed {
        Optional<String> fault = fault(request.uri());
        if (fault.isPresent()) {
            throw refused(request, fault.get());
        }
        if (!origins.contains(Origin.of(request.uri()))) {
            throw refused(request, "this connector is configured for other hosts");
        }
        String host = request.uri().getHost();
        for (InetAddress address : found(request, bare(host), left)) {
            if (!reach.allows(address)) {
                throw refused(
                        request,
                        "%s leads to %s, which this connector may not reach (%s)"
                                .formatted(host, address.getHostAddress(), reach));
            }
        }
    }

    /** Asks on another thread: the system's resolver knows no deadline. */
    private List<InetAddress> found(Request request, String host, Duration left) throws CallFailed {
        Future<List<InetAddress>> asked = threads.submit(() -> List.of(resolver.addresses(host)));
        try {
            return asked.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(request, "is not known");
        } catch (TimeoutException e) {
            throw unknown(request, "was not found in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(request, "was not looked for: this process is stopping");
        } finally {
            asked.cancel(true);
        }
    }

    private static CallFailed unknown(Request request, String why) {
        return CallFailed.neverSent(
                Failure.Kind.UNREACHABLE,
                "%s: the host %s %s".formatted(request, request.uri().getHost(), why));
    }

    private Optional<String> fault(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && reach.allowsPlainHttp())) {
            return Optional.of("use https");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("leave out the user name");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("leave out the fragment");
        }
        String host = uri.getHost();
        if (host == null || !isName(host.toLowerCase(Locale.ROOT))) {
            return Optional.of("name the host by its full name");
        }
        return Optional.empty();
    }

    private boolean isName(String host) {
        boolean here = host.equals("127.0.0.1") || host.equals("[::1]");
        if (here) {
            return reach == Reach.LOOPBACK;
        }
        return NAME.matcher(host).matches() && !NUMERIC_END.matcher(host).matches();
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static CallFailed refused(Request request, String why) {
        return CallFailed.neverSent(Failure.Kind.REFUSED, "%s was not called: %s".formatted(request, why));
    }
}
