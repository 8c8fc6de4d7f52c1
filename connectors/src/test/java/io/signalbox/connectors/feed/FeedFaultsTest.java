package io.signalbox.connectors.feed;

import static io.signalbox.connectors.Asked.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.signal.StoreReading.Live;
import io.signalbox.domain.signal.StoreReading.NotSent;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Reply;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.gate.Interceptor.Moment;
import io.signalbox.world.http.Call;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an effect when something goes wrong. */
class FeedFaultsTest {
    private static final String CHANNEL = "latest-linux.yml$";

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
    void aWriteWhoseReplyIsLostIsSilenceAndIsNotRepeated() {
        silent(new Fault.LoseReply());

        assertThat(world.state()).isEqualTo(new Live(percent(1), false, Optional.empty()));
        assertThat(world.writes()).hasSize(1);
    }

    @Test
    void aWriteThatNeverArrivedIsSilenceToo() {
        silent(new Fault.DropBefore());
        silent(Fault.status(503));

        assertThat(world.state()).isEqualTo(new NotSent());
        world.accepted(world.asked().expose(percent(1)));
    }

    private void silent(Fault fault) {
        world.during(
                "PUT",
                CHANNEL,
                fault,
                () -> assertThat(world.perform(world.asked().expose(percent(1))))
                        .as(fault.toString())
                        .isInstanceOf(Reply.Silent.class));
    }

    @Test
    void whateverFailsBeforeTheWriteHasNotHappened() {
        for (String path : List.of(CHANNEL, "AppImage$")) {
            for (Fault fault :
                    List.of(new Fault.LoseReply(), new Fault.CutReply(), new Fault.DropBefore(), Fault.status(503))) {
                world.during(
                        "GET",
                        path,
                        fault,
                        () -> assertThat(world.refused(world.asked().expose(percent(1)))
                                        .remedy())
                                .as(path + " " + fault)
                                .isEqualTo(Remedy.RETRY));
            }
        }
        world.during(
                "GET",
                "AppImage$",
                Fault.wrongContentType(),
                () -> assertThat(world.refused(world.asked().expose(percent(1))).text())
                        .contains("is not the file that CI built"));
        assertThat(world.writes()).isEmpty();
        world.accepted(world.asked().expose(percent(1)));
    }

    @Test
    void refusalsAreToldApart() {
        refused(Fault.status(403), Remedy.NEEDS_PERSON);
        refused(Fault.status(307), Remedy.NEEDS_PERSON);
        Reply stranger =
                world.asked().perform(world.connector("s3cr3t"), world.asked().expose(percent(1)));
        assertThat(stranger).isInstanceOfSatisfying(Reply.Refused.class, no -> {
            assertThat(no.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
            assertThat(no.text()).contains("401").doesNotContain("s3cr3t");
        });

        refused(Fault.tooMany(60), Remedy.RETRY);
        assertThat(world.refused(world.asked().expose(percent(1))).text()).contains("no more calls before");
        assertThat(world.perform(world.asked().halt()))
                .as("a stop goes all the same")
                .isInstanceOf(Reply.Accepted.class);
        assertThat(world.writes()).isEmpty();
    }

    private void refused(Fault fault, Remedy remedy) {
        world.during(
                "PUT",
                CHANNEL,
                fault,
                () -> assertThat(world.refused(world.asked().expose(percent(1))).remedy())
                        .as(fault.toString())
                        .isEqualTo(remedy));
    }

    @Test
    void aForwardMoveGivesWayToWhoeverWroteInBetween() {
        whileWriting(1, () -> world.byHand(world.channel() + "releaseNotes: Kim was here\n"));

        Reply.Refused refused = world.refused(world.asked().expose(percent(1)));

        assertThat(refused.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(refused.text()).contains("somebody else has changed");
        assertThat(world.channel()).contains("Kim was here");
        world.accepted(world.asked().expose(percent(1)));
    }

    @Test
    void aStopTriesAgainAtOnceWhenSomebodyWroteInBetween() {
        world.accepted(world.asked().expose(percent(10)));
        whileWriting(
                2,
                () -> world.byHand(
                        world.channel().replaceFirst("stagingPercentage: (\\d+)", "stagingPercentage: $10")));

        world.accepted(world.asked().halt());

        assertThat(world.state())
                .isInstanceOfSatisfying(
                        Live.class, live -> assertThat(live.stopped()).isTrue());
    }

    @Test
    void aStopGivesUpAgainstSomebodyWhoAlwaysComesFirst() {
        world.accepted(world.asked().expose(percent(10)));
        whileWriting(100, () -> world.byHand(world.channel() + "# again\n"));

        assertThat(world.refused(world.asked().halt()).remedy()).isEqualTo(Remedy.RETRY);
        assertThat(world.state()).isEqualTo(new Live(percent(10), false, Optional.empty()));
    }

    /** Lets somebody act just before a write takes effect, so many times. */
    private void whileWriting(int times, Runnable act) {
        AtomicInteger left = new AtomicInteger(times);
        world.open().world().intercept((moment, vendor, call) -> {
            if (moment == Moment.BEFORE_APPLYING && writes(call) && left.getAndDecrement() > 0) {
                act.run();
            }
        });
    }

    private static boolean writes(Call call) {
        return call.method().equals("PUT") && call.path().endsWith("latest-linux.yml");
    }

    @Test
    void aWriteThatArrivesAfterAStopDoesNothing() throws Exception {
        world.accepted(world.asked().expose(percent(1)));
        var hanging = world.open()
                .world()
                .faults()
                .add(FaultRule.on(Vendor.FEED, new Fault.Hang()).method("PUT").times(1));
        var forward =
                CompletableFuture.supplyAsync(() -> world.perform(world.asked().expose(percent(50))));
        while (hanging.count() == 0) {
            Thread.onSpinWait();
        }
        world.accepted(world.asked().halt());
        hanging.release();

        assertThat(forward.get()).isInstanceOf(Reply.Refused.class);
        assertThat(world.state()).isEqualTo(new Live(percent(1), true, Optional.empty()));
    }

    @Test
    void aCallThatTakesTooLongIsSilence() {
        var hanging = world.open()
                .world()
                .faults()
                .add(FaultRule.on(Vendor.FEED, new Fault.Hang()).method("PUT").times(1));

        Reply reply = world.asked().perform(world.feed(), world.asked().expose(percent(1)), Duration.ofMillis(700));

        assertThat(reply).isInstanceOf(Reply.Silent.class);
        hanging.release();
    }

    @Test
    void aHostThatGivesNoTagIsWrittenWithoutACondition() {
        // What a host without entity tags answers: the same file, and nothing to hold a write against.
        String text = world.channel();
        Fault weak =
                new Fault.Garble(io.signalbox.world.http.Reply.text(200, text).with("ETag", "W/\"weak\""));

        world.during("GET", CHANNEL, weak, () -> world.accepted(world.asked().expose(percent(1))));
    }
}
