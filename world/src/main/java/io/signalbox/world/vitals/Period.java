package io.signalbox.world.vitals;

import io.signalbox.world.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How rates are put together: by the hour in UTC, or by the day in the zone of Google's office. Each is published only after a
 * time of its own.
 */
enum Period {
    HOURLY("UTC", ChronoUnit.HOURS, Duration.ofHours(3)),
    DAILY("America/Los_Angeles", ChronoUnit.DAYS, Duration.ofHours(30));

    private final String zone;
    private final ChronoUnit unit;
    private final Duration lag;

    Period(String zone, ChronoUnit unit, Duration lag) {
        this.zone = zone;
        this.unit = unit;
        this.lag = lag;
    }

    /** The end of the newest stretch that has been published. */
    Instant freshUntil(Instant now) {
        return now.minus(lag).atZone(ZoneId.of(zone)).truncatedTo(unit).toInstant();
    }

    Instant next(Instant start) {
        return start.atZone(ZoneId.of(zone)).plus(1, unit).toInstant();
    }

    /** Reads a {@code google.type.DateTime}, which must be in this period's zone and fall on its beginning. */
    Instant read(JsonNode json, String field) {
        String given = json.path("timeZone").path("id").asString(zone);
        if (!given.equals(zone) || !json.path("year").isNumber()) {
            throw new VitalsRefusal(400, "Invalid " + field + ": " + name() + " periods are in the time zone " + zone);
        }
        ZonedDateTime time = ZonedDateTime.of(
                json.path("year").asInt(),
                json.path("month").asInt(1),
                json.path("day").asInt(1),
                json.path("hours").asInt(0),
                0,
                0,
                0,
                ZoneId.of(zone));
        return time.truncatedTo(unit).toInstant();
    }

    ObjectNode json(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneId.of(zone));
        ObjectNode json = Json.object()
                .put("year", time.getYear())
                .put("month", time.getMonthValue())
                .put("day", time.getDayOfMonth());
        if (this == HOURLY) {
            json.put("hours", time.getHour());
        }
        json.putObject("timeZone").put("id", zone);
        return json;
    }
}
