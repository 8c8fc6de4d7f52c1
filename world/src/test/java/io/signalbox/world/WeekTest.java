package io.signalbox.world;

import static io.signalbox.world.OpenWorld.ADA;
import static io.signalbox.world.play.GoogleClient.release;
import static io.signalbox.world.play.GoogleClient.staged;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.apple.AppleClient;
import io.signalbox.world.git.Change;
import io.signalbox.world.git.VersionFile;
import io.signalbox.world.http.Body;
import io.signalbox.world.jira.JiraConsole;
import io.signalbox.world.jira.Priority;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Entry;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.play.GoogleClient;
import io.signalbox.world.review.Verdict;
import io.signalbox.world.users.CrashRate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One week of a release, with people where a product under test would be: from the cut on Friday to everybody on Wednesday. An
 * example of how a world is used.
 */
class WeekTest {
    private static final long NEW = 80901002;

    @TempDir
    Path folder;

    @Test
    void aReleaseIsCutBuiltTriedReviewedAndRolledOut() throws IOException {
        try (OpenWorld open = OpenWorld.in(folder)) {
            List<Entry> log = playTheWeek(open);

            assertThat(log).hasSizeGreaterThan(300);
            assertThat(open.world().log().details(Detail.Exposure.class))
                    .filteredOn(change ->
                            change.version().equals("8.9.1") && change.channel().equals("production"))
                    .extracting(change -> change.after().share())
                    .containsExactly(0.01, 1.0);
        }
    }

    @Test
    void theSameSeedAndTheSameActsGiveTheSameLog() throws IOException {
        Path file = folder.resolve("log.jsonl");
        List<Entry> first;
        try (OpenWorld open = OpenWorld.in(folder.resolve("one"), settings -> settings.logFile(file))) {
            first = playTheWeek(open);
        }
        try (OpenWorld open = OpenWorld.in(folder.resolve("two"))) {
            assertThat(playTheWeek(open)).isEqualTo(first);
        }
        assertThat(EffectLog.read(file)).isEqualTo(first);
    }

    private static List<Entry> playTheWeek(OpenWorld open) throws IOException {
        World world = open.world();
        world.users().crash(CrashRate.of("player-android", 0.001));

        // Friday 09:00: the branch is cut and main goes on to the next version.
        open.code().branch("release/8.9.1", open.code().head("main").orElseThrow(), ADA);
        open.code().bump("main", VersionFile.of("8.9.2"), ADA);
        world.advanceTo(at("2024-09-20T15:00:00Z"));
        assertThat(check(open, "verify / android")).isEqualTo("success");

        // The weekend: beta testers use the build; on Sunday a bug blocks, its fix is picked, and everything is built
        // again.
        JiraConsole kim = world.jira().console("Kim");
        String blocker = kim.createBug("AND", "Queue is lost");
        kim.setFixVersions(blocker, "8.9.1");
        kim.setPriority(blocker, Priority.HIGHEST);
        world.advanceTo(at("2024-09-22T10:00:00Z"));
        assertThat(blockers(open)).isEqualTo(1);
        String fix = open.code()
                .commit(Change.on("main", ADA, "Keep the queue, " + blocker).touching("Queue.kt", 12));
        open.code().cherryPick(fix, "release/8.9.1", ADA);
        world.advanceTo(at("2024-09-23T06:00:00Z"));
        kim.close(blocker);
        world.advanceTo(at("2024-09-23T19:40:00Z"));
        assertThat(blockers(open)).isZero();
        assertThat(betaSessions(open)).isGreaterThan(50_000);

        // Monday 21:40: submitted to both stores. The reviewers come at night and in the morning.
        world.play().reviews("com.example.player").decideAt(at("2024-09-24T01:00:00Z"), new Verdict.Approved());
        world.apple()
                .reviews("1500000001")
                .decideAt(at("2024-09-24T08:00:00Z"), new Verdict.MetadataRejected("notes name a competitor"));
        world.apple().reviews("1500000001").decideAt(at("2024-09-24T13:00:00Z"), new Verdict.Approved());
        GoogleClient google = new GoogleClient(world, "robot");
        google.put(staged(NEW, 0.01), release(80900007, "completed"));
        AppleClient apple = new AppleClient(open);
        String version = apple.prepare("8.9.1", Long.toString(NEW));
        apple.plan(version);
        apple.submit(version);

        // Tuesday: Android goes live at 03:00; at 09:00 desktop starts; iOS is mended at 10:00 and released at 15:00.
        world.advanceTo(at("2024-09-24T01:00:00Z"));
        assertThat(google.summaries("production").getFirst().getReleaseLifecycleState())
                .endsWith("PUBLISHED");
        world.advanceTo(at("2024-09-24T07:00:00Z"));
        offerOnLinux(open, 1);
        world.advanceTo(at("2024-09-24T08:00:00Z"));
        assertThat(apple.state(version)).isEqualTo("METADATA_REJECTED");
        apple.writeNotes(version, "Better notes");
        world.apple().console("1500000001", "Kim").resubmit();
        world.advanceTo(at("2024-09-24T13:00:00Z"));
        assertThat(apple.release(version).status()).isEqualTo(201);

        // Wednesday: everybody. The phased release goes on by itself.
        world.advanceTo(at("2024-09-25T07:00:00Z"));
        google.put(release(NEW, "completed"));
        offerOnLinux(open, 100);
        world.advanceTo(at("2024-09-27T14:00:00Z"));
        assertThat(apple.day(version)).isEqualTo(4);
        assertThat(world.users().adoption("player-android", "8.9.1")).isGreaterThan(0.9);
        assertThat(world.users().adoption("player-ios", "8.9.1")).isBetween(0.05, 0.2);
        return world.log().entries();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static String check(OpenWorld open, String name) {
        JsonNode runs = open.robot(
                        Vendor.GITHUB,
                        "GET",
                        "/repos/example/player/commits/release/8.9.1/check-runs?check_name=" + name.replace(" ", "%20"))
                .send()
                .json();
        return runs.path("check_runs").get(0).path("conclusion").asString();
    }

    private static int blockers(OpenWorld open) {
        String jql = "fixVersion%20%3D%20%228.9.1%22%20AND%20statusCategory%20!%3D%20Done";
        return open.robot(Vendor.JIRA, "GET", "/rest/api/3/search/jql?jql=" + jql)
                .send()
                .json()
                .path("issues")
                .size();
    }

    private static long betaSessions(OpenWorld open) {
        Answer answer = open.robot(
                        Vendor.SENTRY,
                        "GET",
                        "/api/0/organizations/example/sessions/?field=sum(session)&environment=beta&statsPeriod=24h"
                                + "&project=player-android&query=release.version:8.9.1")
                .send();
        return answer.json()
                .path("groups")
                .get(0)
                .path("totals")
                .path("sum(session)")
                .asLong();
    }

    private static void offerOnLinux(OpenWorld open, int percent) {
        String artifact = "player-desktop-linux-8.9.1-" + NEW + ".AppImage";
        Answer file = open.request(Vendor.FEED, "GET", "/player/" + artifact).send();
        String yaml = "version: 8.9.1\npath: " + artifact + "\nsha512: "
                + Body.of(file.text()).sha512() + "\nstagingPercentage: " + percent + "\n";
        assertThat(open.robot(Vendor.FEED, "PUT", "/player/latest-linux.yml")
                        .body(yaml)
                        .send()
                        .status())
                .isEqualTo(204);
    }
}
