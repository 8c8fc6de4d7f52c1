package io.signalbox.world.gate;

import io.signalbox.world.http.Call;
import io.signalbox.world.log.Vendor;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * When a fault comes about. Start with {@link #on} and narrow it.
 *
 * @param name how the log calls it
 * @param method an HTTP method, or empty for any
 * @param path found anywhere in the path below the vendor's root
 * @param call any further condition, such as one on the body
 * @param from the first virtual instant at which it applies
 * @param until the first virtual instant at which it does not apply any more
 * @param skip how many matching requests pass before it applies
 * @param times to how many matching requests it applies
 */
public record FaultRule(
        String name,
        Vendor vendor,
        Optional<String> method,
        Pattern path,
        Predicate<Call> call,
        Instant from,
        Instant until,
        int skip,
        int times,
        Fault fault) {

    /** A rule for every request of a vendor, from now on and for ever. */
    public static FaultRule on(Vendor vendor, Fault fault) {
        String name = vendor.prefix() + " " + fault.getClass().getSimpleName();
        return new FaultRule(
                name,
                vendor,
                Optional.empty(),
                Pattern.compile(""),
                call -> true,
                Instant.MIN,
                Instant.MAX,
                0,
                Integer.MAX_VALUE,
                fault);
    }

    public FaultRule named(String newName) {
        return new FaultRule(newName, vendor, method, path, call, from, until, skip, times, fault);
    }

    public FaultRule method(String only) {
        return new FaultRule(name, vendor, Optional.of(only), path, call, from, until, skip, times, fault);
    }

    /** @param regex a regular expression that must be found in the path */
    public FaultRule path(String regex) {
        return new FaultRule(name, vendor, method, Pattern.compile(regex), call, from, until, skip, times, fault);
    }

    public FaultRule when(Predicate<Call> condition) {
        return new FaultRule(name, vendor, method, path, call.and(condition), from, until, skip, times, fault);
    }

    public FaultRule between(Instant first, Instant end) {
        return new FaultRule(name, vendor, method, path, call, first, end, skip, times, fault);
    }

    /** Lets so many matching requests pass first. */
    public FaultRule after(int passed) {
        return new FaultRule(name, vendor, method, path, call, from, until, passed, times, fault);
    }

    public FaultRule times(int count) {
        return new FaultRule(name, vendor, method, path, call, from, until, skip, count, fault);
    }

    boolean fits(Vendor of, Call request, Instant now) {
        return vendor == of
                && !now.isBefore(from)
                && now.isBefore(until)
                && method.map(request.method()::equals).orElse(true)
                && path.matcher(request.path()).find()
                && call.test(request);
    }
}
