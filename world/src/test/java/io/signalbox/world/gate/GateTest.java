package io.signalbox.world.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.world.http.Body;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Listener;
import io.signalbox.world.http.Pages;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.History;
import io.signalbox.world.time.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door itself, with a vendor that does nothing but count. */
class GateTest {
    private static final Instant START = Instant.parse("2024-09-20T07:00:00Z");

    private final Timeline timeline = new Timeline(START);
    private final EffectLog log = new EffectLog(timeline::now, Optional.empty());
    private final Faults faults = new Faults();
    private final Gate gate = new Gate(timeline, log, faults, (vendor, call) -> Optional.of("robot"));
    private final History<Integer> counter = new History<>(START, 0);
    private final HttpClient client = HttpClient.newHttpClient();
    private Listener listener;

    @BeforeEach
    void start() {
        gate.serve(Vendor.FEED, this::count);
        listener = new Listener(0, timeline::now, gate);
        gate.reachedAt(listener.root());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        listener.close();
    }

    private Reply count(Call call) {
        if (call.method().equals("POST")) {
            counter.set(
                    timeline.now(), counter.current() + Math.max(1, call.body().length()));
        }
        if (call.path().equals("/list")) {
            Pages<Integer> page = Pages.of(call, List.of(1, 2, 3, 4, 5), call.number("from", 0), 2);
            return Reply.text(200, page.items() + " next " + page.next());
        }
        return Reply.json(200, Json.object().put("count", counter.at(call.asOf())));
    }

    @Test
    void everyReplyCarriesTheVirtualDate() throws Exception {
        timeline.advanceTo(START.plus(Duration.ofHours(1)));

        assertThat(get("/count").headers().firstValue("Date")).contains("Fri, 20 Sep 2024 08:00:00 GMT");
    }

    @Test
    void compressedAndChunkedBodiesArriveAsTheyWere() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("x".repeat(500).getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(uri("/count"))
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofInputStream(() -> Body.of(packed.toByteArray()).stream()))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("{\"count\":500}");
    }

    @Test
    void aRequestIsLoggedOnceWithItsStatusAndCaller() throws Exception {
        get("/count?x=1");

        assertThat(log.details(Detail.Request.class))
                .containsExactly(new Detail.Request(1, "GET", "/count", 200, Optional.of("robot")));
    }

    @Test
    void aLostReplyLeavesTheEffect() throws Exception {
        faults.add(
                FaultRule.on(Vendor.FEED, new Fault.LoseReply()).method("POST").times(1));

        assertThatThrownBy(() -> post("/count")).isInstanceOf(IOException.class);

        assertThat(counter.current()).isEqualTo(1);
        assertThat(log.details(Detail.Fault.class)).hasSize(1);
        assertThat(post("/count").statusCode()).isEqualTo(200);
    }

    @Test
    void aConnectionDroppedBeforehandLeavesNoEffect() {
        faults.add(FaultRule.on(Vendor.FEED, new Fault.DropBefore()));

        assertThatThrownBy(() -> post("/count")).isInstanceOf(IOException.class);

        assertThat(counter.current()).isZero();
        assertThat(log.details(Detail.Request.class))
                .extracting(Detail.Request::status)
                .containsExactly(0);
    }

    @Test
    void aReplyCutInHalfIsAnErrorToTheClientAfterTheEffect() {
        faults.add(FaultRule.on(Vendor.FEED, new Fault.CutReply()));

        assertThatThrownBy(() -> post("/count")).isInstanceOf(IOException.class);

        assertThat(counter.current()).isEqualTo(1);
    }

    @Test
    void aPlannedStatusTakesTheVendorsPlaceForTheChosenRequestsOnly() throws Exception {
        faults.add(FaultRule.on(Vendor.FEED, Fault.tooMany(30))
                .path("^/count$")
                .after(1)
                .times(2));

        assertThat(get("/count").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get("/count");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        assertThat(get("/list").statusCode()).isEqualTo(200);
        assertThat(get("/count").statusCode()).isEqualTo(429);
        assertThat(get("/count").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultAppliesBetweenItsVirtualInstantsOnly() throws Exception {
        Instant from = START.plusSeconds(60);
        faults.add(FaultRule.on(Vendor.FEED, Fault.status(503)).between(from, from.plusSeconds(60)));

        assertThat(get("/count").statusCode()).isEqualTo(200);
        timeline.advanceTo(from);
        assertThat(get("/count").statusCode()).isEqualTo(503);
        timeline.advanceTo(from.plusSeconds(60));
        assertThat(get("/count").statusCode()).isEqualTo(200);
    }

    @Test
    void aFrozenSourceShowsThePastWhileWritesGoOn() throws Exception {
        Faults.Planned frozen = faults.add(FaultRule.on(Vendor.FEED, new Fault.Freeze(START)));
        timeline.advanceTo(START.plusSeconds(60));

        post("/count");

        assertThat(get("/count").body()).isEqualTo("{\"count\":0}");
        assertThat(get("/count").headers().firstValue("Date")).contains("Fri, 20 Sep 2024 07:00:00 GMT");
        frozen.remove();
        assertThat(get("/count").body()).isEqualTo("{\"count\":1}");
    }

    @Test
    void nonsenseComesInPlaceOfTheReplyAfterTheEffect() throws Exception {
        faults.add(FaultRule.on(Vendor.FEED, Fault.nonsenseJson()).times(1));
        faults.add(FaultRule.on(Vendor.FEED, Fault.wrongContentType()).after(1));

        assertThat(post("/count").body()).isEqualTo("{\"unexpected\": [1, 2");
        assertThat(post("/count").headers().firstValue("Content-Type")).contains("text/html");
        assertThat(counter.current()).isEqualTo(2);
    }

    @Test
    void pagesCanBeRepeatedOrMissing() throws Exception {
        assertThat(get("/list?from=2").body()).isEqualTo("[3, 4] next 4");
        Faults.Planned repeat = faults.add(FaultRule.on(Vendor.FEED, new Fault.Pages(Call.PageShift.REPEAT)));
        assertThat(get("/list?from=2").body()).isEqualTo("[1, 2] next 4");
        repeat.remove();
        faults.add(FaultRule.on(Vendor.FEED, new Fault.Pages(Call.PageShift.SKIP)));
        assertThat(get("/list?from=0").body()).isEqualTo("[3, 4] next 2");
    }

    @Test
    void aHangingRequestHoldsNobodyElseAndTakesEffectWhenReleased() throws Exception {
        Faults.Planned hang = faults.add(FaultRule.on(Vendor.FEED, new Fault.Hang())
                .method("POST")
                .when(call -> call.body().text().equals("a")));

        CompletableFuture<HttpResponse<String>> hanging = client.sendAsync(
                HttpRequest.newBuilder(uri("/count"))
                        .POST(BodyPublishers.ofString("a"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(get("/count").body()).isEqualTo("{\"count\":0}");
        assertThat(hanging).isNotDone();
        hang.release();

        assertThat(hanging.get(10, TimeUnit.SECONDS).body()).isEqualTo("{\"count\":1}");
    }

    @Test
    void anInterceptorSeesBeforeAppliedAndReplied() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> replied = new CompletableFuture<>();
        gate.intercept((moment, vendor, call) -> {
            seen.add(moment + " " + counter.current());
            if (moment == Interceptor.Moment.REPLIED) {
                replied.complete(null);
            }
        });

        post("/count");
        replied.get(10, TimeUnit.SECONDS);

        assertThat(seen).containsExactly("BEFORE_APPLYING 0", "APPLIED 1", "REPLIED 1");
    }

    @Test
    void whatIsNotHttpIsRefusedAndNothingIsLogged() throws Exception {
        try (Socket socket =
                new Socket(listener.root().getHost(), listener.root().getPort())) {
            socket.getOutputStream().write("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 Bad Request");
        }
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void anUnknownPrefixIsNotFound() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(listener.root() + "/nobody/x"))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(gate.base(Vendor.FEED) + path);
    }
}
