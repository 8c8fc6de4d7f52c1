package io.signalbox.connectors.feed;

import static io.signalbox.connectors.Asked.OUT;
import static io.signalbox.connectors.Asked.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.connectors.Asked;
import io.signalbox.domain.Given;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.signal.StoreReading.Live;
import io.signalbox.domain.signal.StoreReading.NotSent;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Reply;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Level;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is brought about at a feed, and what it means for the people who read it. */
class FeedEffectsTest {
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
    void aVersionIsOfferedToAShareThenToEveryone() {
        world.accepted(world.asked().expose(percent(1)));
        assertThat(world.state()).isEqualTo(new Live(percent(1), false, Optional.empty()));
        world.accepted(world.asked().expose(Exposure.EVERYONE));
        assertThat(world.state()).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));

        assertThat(exposures())
                .extracting(Detail.Exposure::version, Detail.Exposure::build, Detail.Exposure::after)
                .containsExactly(
                        tuple("8.9.0", "80900007", Level.NONE),
                        tuple("8.9.1", "80901001", new Level("staged", 0.01)),
                        tuple("8.9.1", "80901001", new Level("everybody", 1)));
    }

    private List<Detail.Exposure> exposures() {
        return world.open().world().log().details(Detail.Exposure.class).stream()
                .filter(e -> e.app().equals("player") && e.channel().equals("linux"))
                .skip(1)
                .toList();
    }

    @Test
    void theFirstStepComparesTheFileAndFurtherStepsDoNotReadItAgain() {
        world.accepted(world.asked().expose(percent(1)));
        long before = world.calls();
        world.accepted(world.asked().expose(percent(10)));
        assertThat(world.calls() - before).as("read and write").isEqualTo(2);

        world.accepted(world.asked().expose(percent(10)));
        assertThat(world.calls() - before).as("was so already: read only").isEqualTo(3);
        assertThat(world.writes()).hasSize(2);

        Reply afterRestart = world.asked()
                .perform(
                        world.connector(world.open().world().keys().token(Vendor.FEED, "robot")),
                        world.asked().expose(percent(50)));
        assertThat(afterRestart).isInstanceOf(Reply.Accepted.class);
        assertThat(world.calls() - before).as("compared anew").isEqualTo(6);
    }

    @Test
    void whoHasAStoppedVersionKeepsItAndNobodyNewGetsIt() {
        world.accepted(world.asked().expose(percent(50)));
        world.open().pass(Duration.ofHours(12));
        double before = world.open().world().users().adoption("player-desktop", "8.9.1");
        assertThat(before).isPositive();

        world.accepted(world.asked().halt());
        world.open().pass(Duration.ofDays(2));

        assertThat(world.open().world().users().adoption("player-desktop", "8.9.1"))
                .isEqualTo(before);
        assertThat(world.state()).isEqualTo(new Live(percent(50), true, Optional.empty()));
        assertThat(world.perform(world.asked().halt())).isEqualTo(new Reply.Accepted("was stopped already"));

        world.accepted(world.asked().resume(percent(50)));
        assertThat(world.state()).isEqualTo(new Live(percent(50), false, Optional.empty()));
        assertThat(world.channel()).doesNotContain("haltedPercentage");
        world.open().pass(Duration.ofDays(1));
        assertThat(world.open().world().users().adoption("player-desktop", "8.9.1"))
                .isGreaterThan(before);
    }

    @Test
    void aVersionThatEveryoneHasCanBeStoppedToo() {
        world.accepted(world.asked().expose(Exposure.EVERYONE));
        world.accepted(world.asked().halt());

        assertThat(world.state()).isEqualTo(new Live(Exposure.EVERYONE, true, Optional.empty()));
    }

    @Test
    void aStopOfWhatIsNotOnOfferChangesNothing() {
        assertThat(world.perform(world.asked().halt())).isEqualTo(new Reply.Accepted("it is not on offer"));
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void anyBuildOfTheVersionIsStoppedAndOnlyTheOneThatIsThereIsResumed() {
        world.accepted(world.asked().expose(percent(10)));
        Asked next = world.asked("8.9.1", OpenFeed.BUILD + 1, "sha256:" + "1".repeat(64));

        assertThat(next.perform(world.feed(), next.halt())).isInstanceOf(Reply.Accepted.class);
        assertThat(world.state()).isEqualTo(new Live(percent(10), true, Optional.empty()));
        assertThat(next.perform(world.feed(), next.resume(percent(10))))
                .isInstanceOfSatisfying(Reply.Refused.class, no -> {
                    assertThat(no.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
                    assertThat(no.text()).contains("80901002 is not what");
                });
    }

    @Test
    void whatPeopleWroteIntoTheChannelFileStays() {
        world.accepted(world.asked().expose(percent(10)));
        world.byHand(world.channel() + "releaseNotes: |\n  stagingPercentage: was 10\n  Faster search.\n");

        world.accepted(world.asked().halt());
        world.accepted(world.asked().resume(percent(10)));

        assertThat(world.channel())
                .contains("releaseNotes: |\n  stagingPercentage: was 10\n  Faster search.\n")
                .contains("\nstagingPercentage: 10\n");
    }

    @Test
    void everyWriteIsUnlikeAllBefore() {
        world.accepted(world.asked().expose(percent(10)));
        String first = world.channel();
        assertThat(first).contains("signalbox: 'player/8.9.1/android#1'");
        assertThat(first).contains("releaseDate: '2024-09-20T09:00:00Z'");
    }

    @Test
    void aFileThatIsNotThereYetIsWaitedForAndAnotherContentIsForAPerson() {
        Asked missing = world.asked("8.9.1", OpenFeed.BUILD + 1, world.digest(OpenFeed.FILE));
        assertThat(missing.perform(world.feed(), missing.expose(percent(1))))
                .isInstanceOfSatisfying(Reply.Refused.class, no -> {
                    assertThat(no.remedy()).isEqualTo(Remedy.RETRY);
                    assertThat(no.text()).contains("80901002.AppImage");
                });

        Asked other = world.asked("8.9.1", OpenFeed.BUILD, "sha256:" + "1".repeat(64));
        assertThat(other.perform(world.feed(), other.expose(percent(1))))
                .isInstanceOfSatisfying(Reply.Refused.class, no -> {
                    assertThat(no.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
                    assertThat(no.text()).contains("is not the file that CI built");
                });
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void aWrongHashInTheChannelFileIsPutRightByTheNextStep() {
        world.accepted(world.asked().expose(percent(1)));
        world.byHand(world.channel().replace("sha512: ", "sha512: wrong"));
        assertThat(exposures().getLast().after().status()).isEqualTo("broken");

        world.accepted(world.asked().expose(percent(10)));

        assertThat(exposures().getLast().after()).isEqualTo(new Level("staged", 0.1));
    }

    @Test
    void anOlderVersionIsNeverPutInPlaceOfANewerOne() {
        world.byHand(world.channel().replace("version: 8.9.0", "version: 8.10.0"));

        assertThat(world.refused(world.asked().expose(percent(1))).text()).contains("offers 8.10.0 already");
        assertThat(world.refused(world.asked().resume(percent(1))).remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        assertThat(world.asked().reading(world.feed(), OUT).state()).isNotInstanceOf(Live.class);
    }

    @Test
    void theFirstVersionMakesTheChannelFile() {
        world.open().robot(Vendor.FEED, "DELETE", "/player/latest-linux.yml").send();

        world.accepted(world.asked().expose(percent(1)));

        assertThat(world.state()).isEqualTo(new Live(percent(1), false, Optional.empty()));
    }

    @Test
    void aChannelFileThatCannotBeReadIsForAPerson() {
        world.byHand("{version: 8.9.1");

        assertThat(world.refused(world.asked().expose(percent(1))).remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        assertThat(world.refused(world.asked().halt()).text()).contains("put it right, or delete it");
    }

    @Test
    void whatCannotBeBroughtAboutHereIsForAPerson() {
        Exposure sweden = new Exposure(Share.percent(1), new Markets.Only(List.of("SE")));
        assertThat(world.refused(world.asked().expose(sweden)).text()).contains("1 % in SE");
        assertThat(world.refused(world.asked().expose(Exposure.of(new Share(50))))
                        .text())
                .contains("whole percentages");
        assertThat(world.refused(world.asked().withdraw()).text()).contains("no review");
        assertThat(world.refused(world.asked().submit(Optional.empty())).text()).contains("no review");
        Effect tag = new Effect.Tag(Given.REPOSITORY, "v1", Given.COMMIT);
        assertThat(world.refused(tag).remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        Asked four = world.asked("8.9.1.1", 80901101, "sha256:" + "1".repeat(64));
        assertThat(four.perform(world.feed(), four.expose(percent(1))))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, no -> assertThat(no.text()).contains("three numbers"));
        assertThat(world.writes()).isEmpty();
        assertThat(world.state()).isEqualTo(new NotSent());
    }
}
