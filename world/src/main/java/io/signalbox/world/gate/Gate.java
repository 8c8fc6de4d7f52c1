package io.signalbox.world.gate;

import io.signalbox.world.gate.Interceptor.Moment;
import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Call.PageShift;
import io.signalbox.world.http.Listener;
import io.signalbox.world.http.Outcome;
import io.signalbox.world.http.RawRequest;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.Timeline;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leads each request to its vendor. The vendor's code runs alone under the world's lock; faults that wait, and the interceptor,
 * run outside it.
 */
public final class Gate implements Listener.Exchange {
    private final Timeline timeline;
    private final EffectLog log;
    private final Faults faults;
    private final Callers callers;
    private final Map<Vendor, Api> apis = new EnumMap<>(Vendor.class);
    private final AtomicLong numbers = new AtomicLong();
    private volatile Interceptor interceptor = (moment, vendor, call) -> {};
    private volatile URI root = URI.create("http://127.0.0.1");

    /** Names the credential of a call for the log, without judging it. */
    @FunctionalInterface
    public interface Callers {
        Optional<String> name(Vendor vendor, Call call);
    }

    public Gate(Timeline timeline, EffectLog log, Faults faults, Callers callers) {
        this.timeline = timeline;
        this.log = log;
        this.faults = faults;
        this.callers = callers;
    }

    /** Serves a vendor; to be called before the first request. */
    public Gate serve(Vendor vendor, Api api) {
        apis.put(vendor, api);
        return this;
    }

    /** Tells under which address the world is reached. */
    public void reachedAt(URI address) {
        this.root = address;
    }

    /** The root address of a vendor, without a slash at the end. */
    public URI base(Vendor vendor) {
        return URI.create(root + "/" + vendor.prefix());
    }

    public void intercept(Interceptor by) {
        this.interceptor = by;
    }

    @Override
    public Outcome answer(RawRequest request) {
        Optional<Routed> routed = route(request);
        if (routed.isEmpty()) {
            return new Outcome.Send(Reply.text(404, "No vendor of the world has the path " + request.target()));
        }
        return answer(routed.get());
    }

    private Outcome answer(Routed routed) {
        List<Faults.Planned> hitting = faults.hitting(routed.vendor, routed.call, timeline.now());
        interceptor.reached(Moment.BEFORE_APPLYING, routed.vendor, routed.call);
        Call call = routed.call.asOf(timeline.now());
        for (Faults.Planned planned : hitting) {
            switch (planned.rule().fault()) {
                case Fault.Delay(Duration realTime) -> pause(realTime);
                case Fault.Hang() -> planned.awaitRelease();
                case Fault.Answer(Reply reply) -> {
                    enter(routed, reply.status(), hitting);
                    return send(reply, routed);
                }
                case Fault.DropBefore() -> {
                    enter(routed, 0, hitting);
                    return new Outcome.Drop();
                }
                case Fault.Freeze freeze -> call = call.asOf(freeze.asOf());
                case Fault.Pages(PageShift shift) -> call = call.shifted(shift);
                case Fault.LoseReply lose -> {}
                case Fault.CutReply cut -> {}
                case Fault.Garble garble -> {}
            }
        }
        Reply reply = apply(routed, call, hitting);
        interceptor.reached(Moment.APPLIED, routed.vendor, call);
        return spoil(reply, routed, hitting);
    }

    private Reply apply(Routed routed, Call call, List<Faults.Planned> hitting) {
        return timeline.alone(() -> {
            // Unless a fault has frozen the source, reads see this very instant, which may be later than the arrival.
            boolean frozen = hitting.stream().anyMatch(planned -> planned.rule().fault() instanceof Fault.Freeze);
            Reply reply = routed.api.answer(frozen ? call : call.asOf(timeline.now()));
            enter(routed, reply.status(), hitting);
            boolean old =
                    frozen && (call.method().equals("GET") || call.method().equals("HEAD"));
            return old ? reply.dated(call.asOf()) : reply;
        });
    }

    private Outcome spoil(Reply reply, Routed routed, List<Faults.Planned> hitting) {
        for (Faults.Planned planned : hitting) {
            switch (planned.rule().fault()) {
                case Fault.LoseReply lose -> {
                    return new Outcome.Drop();
                }
                case Fault.CutReply cut -> {
                    return new Outcome.SendHalf(reply);
                }
                case Fault.Garble(Reply instead) -> {
                    return send(instead, routed);
                }
                case Fault.Answer answer -> {}
                case Fault.Delay delay -> {}
                case Fault.Hang hang -> {}
                case Fault.DropBefore drop -> {}
                case Fault.Freeze freeze -> {}
                case Fault.Pages pages -> {}
            }
        }
        return send(reply, routed);
    }

    private Outcome send(Reply reply, Routed routed) {
        return new Outcome.Send(reply, () -> interceptor.reached(Moment.REPLIED, routed.vendor, routed.call));
    }

    private void enter(Routed routed, int status, List<Faults.Planned> hitting) {
        Call call = routed.call;
        timeline.alone(() -> {
            Optional<String> caller = callers.name(routed.vendor, call);
            log.append(routed.vendor, new Detail.Request(call.number(), call.method(), call.path(), status, caller));
            for (Faults.Planned planned : hitting) {
                FaultRule rule = planned.rule();
                String what = rule.fault().getClass().getSimpleName();
                log.append(routed.vendor, new Detail.Fault(rule.name(), what, call.number()));
            }
        });
    }

    private static void pause(Duration realTime) {
        try {
            Thread.sleep(realTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Routed> route(RawRequest request) {
        String[] halves = request.target().split("\\?", 2);
        String path = decode(halves[0].replace("+", "%2B"));
        int slash = path.indexOf('/', 1);
        String prefix = slash < 0 ? path.substring(1) : path.substring(1, slash);
        String below = slash < 0 ? "" : path.substring(slash);
        Map<String, List<String>> query = halves.length < 2 ? Map.of() : query(halves[1]);
        return apis.keySet().stream()
                .filter(vendor -> vendor.prefix().equals(prefix))
                .findFirst()
                .map(vendor -> {
                    Call call = new Call(
                            numbers.incrementAndGet(),
                            base(vendor).toString(),
                            request.method(),
                            below,
                            query,
                            request.headers(),
                            request.body(),
                            timeline.now(),
                            PageShift.NONE);
                    return new Routed(vendor, Objects.requireNonNull(apis.get(vendor)), call);
                });
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] halves = pair.split("=", 2);
            if (!halves[0].isEmpty()) {
                query.computeIfAbsent(decode(halves[0]), name -> new ArrayList<>())
                        .add(halves.length < 2 ? "" : decode(halves[1]));
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrongPercent) {
            return text;
        }
    }

    private record Routed(Vendor vendor, Api api, Call call) {}
}
