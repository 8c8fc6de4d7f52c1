package io.signalbox.connectors.feed;

import static io.signalbox.connectors.Asked.OUT;
import static io.signalbox.connectors.Asked.UNSENT;
import static io.signalbox.connectors.Asked.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.Given;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Live;
import io.signalbox.domain.signal.StoreReading.NotSent;
import io.signalbox.domain.signal.StoreReading.Replaced;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.source.Answer;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a feed, over HTTP. */
class FeedReadingTest {
    @TempDir
    Path folder;

    private OpenFeed world;

    @BeforeEach
    void open() {
        world = new OpenFeed(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aVersionThatNobodyIsOfferedIsNotSent() {
        assertThat(world.asked().reading(world.feed(), UNSENT))
                .isEqualTo(new StoreReading(new NotSent(), Optional.empty(), false));
        assertThat(world.feed().topics(world.asked().interest(UNSENT)))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.about()).hasToString("player/8.9.1/android");
                    assertThat(topic.key()).isEqualTo(new SignalKey(SignalKind.STORE, Given.STORE.value()));
                });
        assertThat(world.feed().kinds()).containsExactly(SignalKind.STORE);
        assertThat(world.feed().name()).isEqualTo("store");
    }

    @Test
    void oneCallReadsWhateverIsOffered() {
        world.accepted(world.asked().expose(percent(1)));
        long before = world.calls();

        Answer answer = world.asked().answer(world.feed(), OUT);

        assertThat(world.calls() - before).isEqualTo(1);
        assertThat(answer).isInstanceOfSatisfying(Answer.Said.class, said -> {
            assertThat(said.reading())
                    .isEqualTo(new StoreReading(
                            new Live(percent(1), false, Optional.empty()),
                            Optional.of(new BuildNumber(OpenFeed.BUILD)),
                            false));
            assertThat(said.link().orElseThrow().toString()).endsWith("/player/latest-linux.yml");
        });
    }

    @Test
    void whatAPersonWritesIsSeenAsClientsSeeIt() {
        world.accepted(world.asked().expose(percent(10)));
        String staged = world.channel();

        world.byHand(staged.replace("stagingPercentage: 10", "stagingPercentage: 5"));
        assertThat(world.state()).isEqualTo(live(percent(5)));
        world.byHand(staged.replace("stagingPercentage: 10", "stagingPercentage: ten"));
        assertThat(world.state()).isEqualTo(live(Exposure.EVERYONE));
        world.byHand(staged.replace("stagingPercentage: 10\n", ""));
        assertThat(world.state()).isEqualTo(live(Exposure.EVERYONE));
        world.byHand(staged.replace("stagingPercentage: 10", "stagingPercentage: 10.9"));
        assertThat(world.state()).isEqualTo(live(percent(10)));
    }

    private static Live live(Exposure exposure) {
        return new Live(exposure, false, Optional.empty());
    }

    @Test
    void aStopByHandIsOneAtTheShareThatWeKnowOf() {
        world.accepted(world.asked().expose(percent(10)));
        world.byHand(world.channel().replace("stagingPercentage: 10", "stagingPercentage: 0"));

        assertThat(world.asked().reading(world.feed(), OUT).state())
                .isEqualTo(new Live(percent(1), true, Optional.empty()));
        assertThat(world.asked().reading(world.feed(), UNSENT).state())
                .isEqualTo(new Live(Exposure.of(Share.NOBODY), true, Optional.empty()));
    }

    @Test
    void aNewerVersionReplacesOneThatWasOut() {
        world.accepted(world.asked().expose(Exposure.EVERYONE));
        world.byHand(world.channel().replace("version: 8.9.1", "version: 8.10.0"));

        assertThat(world.asked().reading(world.feed(), OUT).state()).isEqualTo(new Replaced());
        assertThat(world.asked().reading(world.feed(), UNSENT).state()).isEqualTo(new NotSent());
    }

    @Test
    void anOlderVersionPutBackByHandMeansThatOursIsNotThere() {
        String former = world.channel();
        world.accepted(world.asked().expose(percent(10)));
        world.byHand(former);

        assertThat(world.asked().reading(world.feed(), OUT).state()).isEqualTo(new NotSent());
    }

    @Test
    void withoutAChannelFileNothingIsOffered() {
        world.open().robot(Vendor.FEED, "DELETE", "/player/latest-linux.yml").send();

        assertThat(world.asked().reading(world.feed(), OUT).state()).isEqualTo(new NotSent());
    }

    @Test
    void aChannelFileOfWhichNothingCanBeMadeIsAnErrorAndNotAGuess() {
        world.accepted(world.asked().expose(percent(10)));
        String good = world.channel();
        for (String bad : List.of(
                "",
                "<html>Please log in</html>",
                "version: 8.9.1\n",
                good.replace("version: 8.9.1", "version: 8.9.1\nversion: 8.9.2"),
                good.replace("version: 8.9.1", "version: 8.9.2-beta.1"),
                good.replace("path: player", "path: other"),
                good.replace("player-desktop", "other-desktop"))) {
            world.byHand(bad);
            Failure failure = world.asked().failure(world.feed());
            assertThat(failure.kind()).as(bad).isEqualTo(Failure.Kind.NONSENSE);
            assertThat(failure.message()).contains("latest-linux.yml");
        }
    }

    @Test
    void failuresAreToldApart() {
        failsWith(new Fault.DropBefore(), Failure.Kind.UNREACHABLE);
        failsWith(new Fault.CutReply(), Failure.Kind.UNREACHABLE);
        failsWith(Fault.status(503), Failure.Kind.UNREACHABLE);
        failsWith(Fault.wrongContentType(), Failure.Kind.NONSENSE);
        failsWith(Fault.nonsenseJson(), Failure.Kind.NONSENSE);
        failsWith(Fault.status(403), Failure.Kind.REFUSED);
        failsWith(Fault.status(302), Failure.Kind.NONSENSE);
        failsWith(new Fault.Garble(Reply.text(200, "version: 1\n".repeat(200_000))), Failure.Kind.NONSENSE);
        failsWith(Fault.tooMany(60), Failure.Kind.THROTTLED);
        assertThat(world.asked().failure(world.feed()).message()).contains("no more calls before");
        world.open().pass(Duration.ofSeconds(60));
        assertThat(world.state()).isEqualTo(new NotSent());
    }

    private void failsWith(Fault fault, Failure.Kind kind) {
        world.during(
                "GET",
                "latest-linux.yml$",
                fault,
                () -> assertThat(world.asked().failure(world.feed()).kind())
                        .as(fault.toString())
                        .isEqualTo(kind));
    }

    @Test
    void aReadingIsOfTheHostsTimeAlsoWhenACacheKeepsIt() {
        assertThat(world.asked().asOf(world.feed()))
                .isEqualTo(world.open().world().now());
        Instant frozenAt = world.open().world().now();
        world.open().pass(Duration.ofHours(1));
        world.open().world().faults().add(FaultRule.on(Vendor.FEED, new Fault.Freeze(frozenAt)));

        assertThat(world.asked().asOf(world.feed())).isEqualTo(frozenAt);
    }

    @Test
    void connectTestReadsAndWritesWithoutTouchingWhatIsOffered() {
        assertThat(world.feed().tryOut(world.open().world().now()))
                .allMatch(Trial::works)
                .extracting(Trial::what, Trial::found)
                .containsExactly(
                        tuple("read latest-linux.yml", "it offers 8.9.0 to 100 %"),
                        tuple("write to the folder", "a small file was written and deleted again"),
                        tuple("write only if nobody else has", "the host keeps to If-Match"));
        assertThat(world.open().world().feed().read("player", "signalbox-connect-test.txt"))
                .isEmpty();
        assertThat(world.writes()).noneMatch(change -> change.file().equals(OpenFeed.CHANNEL));
    }

    @Test
    void connectTestTellsWhatDoesNotWork() {
        List<Trial> stranger =
                world.connector("not-the-token").tryOut(world.open().world().now());
        assertThat(stranger).extracting(Trial::works).containsExactly(true, false);
        assertThat(stranger.getLast().found()).contains("401").doesNotContain("not-the-token");
        assertThat(stranger.getLast().remedy())
                .hasValueSatisfying(r -> assertThat(r).contains("token"));

        world.open()
                .world()
                .faults()
                .add(FaultRule.on(Vendor.FEED, new Fault.Answer(Reply.empty(204)))
                        .when(call -> call.header("if-match").isPresent()));
        assertThat(world.feed().tryOut(world.open().world().now()))
                .extracting(Trial::works)
                .containsExactly(true, true, false);
    }
}
