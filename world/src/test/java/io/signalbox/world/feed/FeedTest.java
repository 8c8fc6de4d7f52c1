package io.signalbox.world.feed;

import static io.signalbox.world.OpenWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.http.Body;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Level;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
    private static final String ARTIFACT = "player-desktop-linux-8.9.1-80901001.AppImage";

    @TempDir
    Path folder;

    private OpenWorld open;

    @BeforeEach
    void buildARelease() {
        open = OpenWorld.in(folder);
        open.code().branch("release/8.9.1", open.code().head("main").orElseThrow(), ADA);
        open.pass(Duration.ofHours(2));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aBuiltFileIsOnTheHostBeforeAnybodyIsOfferedIt() {
        assertThat(get("/player/" + ARTIFACT).text()).startsWith(ARTIFACT);
        assertThat(exposures()).isEmpty();
    }

    @Test
    void aChannelFileOffersAShareAndRaisesIt() {
        put("/player/latest-linux.yml", yaml(1));
        put("/player/latest-linux.yml", yaml(100));

        assertThat(exposures())
                .extracting(
                        Detail.Exposure::channel,
                        Detail.Exposure::version,
                        Detail.Exposure::build,
                        Detail.Exposure::after)
                .containsExactly(
                        tuple("linux", "8.9.0", "80900007", Level.NONE),
                        tuple("linux", "8.9.1", "80901001", new Level("staged", 0.01)),
                        tuple("linux", "8.9.1", "80901001", new Level("everybody", 1)));
        assertThat(exposures().getLast().by())
                .isInstanceOfSatisfying(
                        Actor.Api.class, by -> assertThat(by.credential()).isEqualTo("robot"));
    }

    @Test
    void aChannelFileThatClientsCannotUseOffersNothing() {
        put("/player/latest-linux.yml", yaml(10).replace("sha512: ", "sha512: wrong"));
        put("/player/latest-mac.yml", "version: 8.9.1\n");
        open.robot(Vendor.FEED, "DELETE", "/player/latest.yml").send();

        assertThat(exposures())
                .filteredOn(change -> !change.after().equals(Level.NONE))
                .extracting(change -> change.after().status())
                .containsExactly("broken", "unreadable");
        assertThat(exposures()).allMatch(change -> change.after().share() == 0);
    }

    @Test
    void aPercentageThatIsNoNumberLetsEverybodyInAsTheClientDoes() {
        put("/player/latest-linux.yml", yaml(10).replace("stagingPercentage: 10", "stagingPercentage: ten"));

        assertThat(exposures().getLast().after()).isEqualTo(new Level("everybody", 1));
    }

    @Test
    void conditionalWritesProtectAgainstOthersChanges() {
        String tag = get("/player/latest-linux.yml").header("ETag");
        open.world().feed().writeByHand("player", "latest-linux.yml", yaml(5), "Kim");

        Answer stale = open.robot(Vendor.FEED, "PUT", "/player/latest-linux.yml")
                .header("If-Match", tag)
                .body(yaml(50))
                .send();
        Answer taken = open.robot(Vendor.FEED, "PUT", "/player/latest-linux.yml")
                .header("If-None-Match", "*")
                .body(yaml(50))
                .send();
        Answer fresh = open.robot(Vendor.FEED, "PUT", "/player/latest-linux.yml")
                .header("If-Match", get("/player/latest-linux.yml").header("ETag"))
                .body(yaml(50))
                .send();

        assertThat(List.of(stale.status(), taken.status(), fresh.status())).containsExactly(412, 412, 204);
        assertThat(exposures())
                .filteredOn(change -> change.after().share() > 0)
                .extracting(Detail.Exposure::by, change -> change.after().share())
                .startsWith(tuple(Actor.person("Kim"), 0.05));
        assertThat(fresh.header("ETag"))
                .isEqualTo(get("/player/latest-linux.yml").header("ETag"));
    }

    @Test
    void unchangedFilesAreNotSentAgainAndNotLoggedAsChanged() {
        Answer first = get("/player/latest.yml?noCache=1");
        Answer again = open.request(Vendor.FEED, "GET", "/player/latest.yml")
                .header("If-None-Match", first.header("ETag"))
                .send();
        Answer head = open.request(Vendor.FEED, "HEAD", "/player/latest.yml").send();
        assertThat(again.status()).isEqualTo(304);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(first.header("ETag"));

        put("/player/latest.yml", first.text());

        assertThat(open.world().log().details(Detail.NoChange.class)).hasSize(1);
    }

    @Test
    void writesNeedATokenAndAFolder() {
        assertThat(open.request(Vendor.FEED, "PUT", "/player/latest.yml")
                        .body("x")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(open.robot(Vendor.FEED, "PUT", "/stranger/latest.yml")
                        .body("x")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(open.robot(Vendor.FEED, "DELETE", "/player/nothing").send().status())
                .isEqualTo(404);
        assertThat(open.robot(Vendor.FEED, "POST", "/player/latest.yml").send().status())
                .isEqualTo(405);
        assertThat(open.robot(Vendor.FEED, "PUT", "/player/new.txt")
                        .body("x")
                        .send()
                        .status())
                .isEqualTo(201);
    }

    private String yaml(int percent) {
        Body artifact = Body.of(get("/player/" + ARTIFACT).text());
        return ChannelFile.text("8.9.1", ARTIFACT, artifact, OpenWorld.START)
                .replace("stagingPercentage: 100", "stagingPercentage: " + percent);
    }

    private Answer get(String path) {
        return open.request(Vendor.FEED, "GET", path).send();
    }

    private void put(String path, String text) {
        assertThat(open.robot(Vendor.FEED, "PUT", path).body(text).send().status())
                .isEqualTo(204);
    }

    private List<Detail.Exposure> exposures() {
        return open.world().log().details(Detail.Exposure.class).stream()
                .filter(change -> change.app().equals("player"))
                .skip(3)
                .toList();
    }
}
