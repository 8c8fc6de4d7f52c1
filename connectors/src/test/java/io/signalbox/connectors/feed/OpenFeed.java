package io.signalbox.connectors.feed;

import static io.signalbox.world.OpenWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.connectors.Asked;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.Given;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.engine.perform.Reply;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.http.Body;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Vendor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A world whose feed offers 8.9.0 to everybody and has 8.9.1 built, and the connector of its channel file for Linux. */
final class OpenFeed implements AutoCloseable {
    static final long BUILD = 80901001;
    static final String FILE = "player-desktop-linux-8.9.1-80901001.AppImage";
    static final String CHANNEL = FeedSettings.LINUX;

    private static final FileName NAMES = new FileName("player-desktop-linux-{version}-{build}.AppImage");

    private final OpenWorld open;
    private final Http http;
    private final FeedConnector feed;
    private final Asked asked;

    OpenFeed(Path folder) {
        open = OpenWorld.in(folder);
        open.code().branch("release/8.9.1", open.code().head("main").orElseThrow(), ADA);
        open.pass(Duration.ofHours(2));
        http = new Http(open.world()::now, System::nanoTime);
        feed = connector(open.world().keys().token(Vendor.FEED, "robot"));
        asked = asked("8.9.1", BUILD, digest(FILE));
    }

    /** A connector, new as after a restart, with this token. */
    FeedConnector connector(String token) {
        URI base = open.world().base(Vendor.FEED);
        FeedSettings settings = new FeedSettings(Given.STORE, URI.create(base + "/player"), CHANNEL, NAMES);
        return new FeedConnector(
                settings, http.outlet(FeedConnector.outlet("feed", base, Reach.LOOPBACK)), () -> Secret.of(token));
    }

    Asked asked(String version, long build, String digest) {
        return Asked.of(FeedConnector.capabilities(), open.world()::now, version, build, digest);
    }

    String digest(String file) {
        return "sha256:" + Body.of(text(file)).sha256();
    }

    OpenWorld open() {
        return open;
    }

    FeedConnector feed() {
        return feed;
    }

    Asked asked() {
        return asked;
    }

    StoreReading.State state() {
        return asked.state(feed);
    }

    Reply perform(Effect effect) {
        return asked.perform(feed, effect);
    }

    void accepted(Effect effect) {
        assertThat(perform(effect)).as(effect.name()).isInstanceOf(Reply.Accepted.class);
    }

    Reply.Refused refused(Effect effect) {
        Reply reply = perform(effect);
        assertThat(reply).as(effect.name()).isInstanceOf(Reply.Refused.class);
        return (Reply.Refused) reply;
    }

    /** A file of the folder as it is now. */
    String text(String file) {
        return open.world().feed().read("player", file).orElseThrow();
    }

    String channel() {
        return text(CHANNEL);
    }

    void byHand(String text) {
        open.world().feed().writeByHand("player", CHANNEL, text, "Kim");
    }

    /** Lets something go wrong while something is done. Until then, because the JDK's client asks again by itself where it reads. */
    void during(String method, String path, Fault fault, Runnable act) {
        var planned = open.world()
                .faults()
                .add(FaultRule.on(Vendor.FEED, fault).method(method).path(path));
        act.run();
        planned.remove();
    }

    long calls() {
        return open.world().log().requests(Vendor.FEED);
    }

    /** What programs have changed of the channel file so far. */
    List<Detail.FileChanged> writes() {
        return open.world().log().details(Detail.FileChanged.class).stream()
                .filter(change -> change.by() instanceof Actor.Api)
                .toList();
    }

    @Override
    public void close() {
        http.close();
        open.close();
    }
}
