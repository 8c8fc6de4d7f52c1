package io.signalbox.world.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.http.Json;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.users.CrashRate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VitalsTest {
    private static final String SET = "/v1beta1/apps/com.example.player/crashRateMetricSet";

    @TempDir
    Path folder;

    private OpenWorld open;
    private String token;

    @BeforeEach
    void letPeopleUseTheApp() throws IOException {
        open = OpenWorld.in(folder);
        open.world().users().crash(CrashRate.of("player-android", 0.01));
        open.pass(Duration.ofDays(4));
        String key = open.world()
                .keys()
                .serviceAccount("reader")
                .json(URI.create(open.world().base(Vendor.GOOGLE_OAUTH) + "/token"));
        GoogleCredentials credentials = ServiceAccountCredentials.fromStream(
                        new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)))
                .createScoped("https://www.googleapis.com/auth/playdeveloperreporting");
        token = credentials.refreshAccessToken().getTokenValue();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void freshnessSaysUpToWhenEachPeriodIsPublished() {
        JsonNode fresh = open.request(Vendor.PLAY_VITALS, "GET", SET)
                .bearer(token)
                .send()
                .json()
                .at("/freshnessInfo/freshnesses");

        assertThat(fresh.at("/0/aggregationPeriod").asString()).isEqualTo("HOURLY");
        assertThat(fresh.at("/0/latestEndTime/hours").asInt()).isEqualTo(4);
        assertThat(fresh.at("/1/latestEndTime/day").asInt()).isEqualTo(22);
        assertThat(fresh.at("/1/latestEndTime/timeZone/id").asString()).isEqualTo("America/Los_Angeles");
    }

    @Test
    void whatIsNotPublishedHasNoRow() {
        JsonNode rows = query("HOURLY", 24, 0, 24, 7, "UTC", "").json().path("rows");

        assertThat(rows.size()).isEqualTo(4);
        assertThat(rows.at("/0/dimensions/0/int64Value").asString()).isEqualTo("80900007");
        assertThat(Double.parseDouble(rows.at("/0/metrics/0/decimalValue/value").asString()))
                .isCloseTo(0.01, within(0.001));
    }

    @Test
    void daysGoByTheClockOfGooglesOffice() {
        JsonNode rows = query("DAILY", 20, 0, 24, 0, "America/Los_Angeles", "versionCode = 80900007")
                .json()
                .path("rows");

        assertThat(rows.size()).isEqualTo(2);
        assertThat(query("DAILY", 20, 0, 24, 0, "UTC", "").status()).isEqualTo(400);
        assertThat(query("DAILY", 20, 0, 24, 0, "America/Los_Angeles", "versionCode = 1")
                        .json()
                        .path("rows")
                        .size())
                .isZero();
    }

    @Test
    void strangersAndUnknownAppsAreRefused() {
        assertThat(open.request(Vendor.PLAY_VITALS, "GET", SET).send().status()).isEqualTo(401);
        assertThat(open.request(Vendor.PLAY_VITALS, "GET", SET.replace("player", "other"))
                        .bearer(token)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(query("HOURLY", 24, 0, 24, 7, "UTC", "apiLevel = 3").status())
                .isEqualTo(400);
    }

    private Answer query(String period, int fromDay, int fromHour, int toDay, int toHour, String zone, String filter) {
        String body = """
                {"timelineSpec": {"aggregationPeriod": "%s",
                   "startTime": {"year": 2024, "month": 9, "day": %d, "hours": %d, "timeZone": {"id": "%s"}},
                   "endTime": {"year": 2024, "month": 9, "day": %d, "hours": %d, "timeZone": {"id": "%s"}}},
                 "dimensions": ["versionCode"], "metrics": ["crashRate", "distinctUsers"], "filter": "%s"}
                """.formatted(period, fromDay, fromHour, zone, toDay, toHour, zone, filter);
        return open.request(Vendor.PLAY_VITALS, "POST", SET + ":query")
                .bearer(token)
                .json(Json.parse(body))
                .send();
    }
}
