package io.signalbox.world.vitals;

import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Pages;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.users.Cell;
import io.signalbox.world.users.Ring;
import io.signalbox.world.users.Tally;
import io.signalbox.world.users.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Crash rates: how fresh they are, and a query over a timeline. A stretch that has not been published has no row, which is not the
 * same as no crashes.
 */
public final class VitalsApi implements Api {
    private static final String SET = "/v1beta1/apps/{app}/crashRateMetricSet";
    private static final Pattern ONE_CODE = Pattern.compile("\\s*versionCode\\s*=\\s*\"?(\\d+)\"?\\s*");
    private static final List<String> METRICS = List.of("crashRate", "userPerceivedCrashRate", "distinctUsers");

    private final Function<String, Optional<String>> projects;
    private final Users users;
    private final Keys keys;
    private final Router router = new Router().on("GET", SET, this::freshness).on("POST", SET + ":query", this::query);

    /** @param projects where the crashes of a package are counted */
    public VitalsApi(Function<String, Optional<String>> projects, Users users, Keys keys) {
        this.projects = projects;
        this.users = users;
        this.keys = keys;
    }

    @Override
    public Reply answer(Call call) {
        try {
            if (keys.googleAccount(call).isEmpty()) {
                throw new VitalsRefusal(401, "Request had invalid authentication credentials.");
            }
            return router.route(call).orElseThrow(() -> new VitalsRefusal(404, "Requested entity was not found."));
        } catch (VitalsRefusal refusal) {
            return refusal.reply();
        } catch (JacksonException notJson) {
            return new VitalsRefusal(400, "Invalid JSON payload received.").reply();
        }
    }

    private Reply freshness(Call call, Map<String, String> path) {
        project(path);
        ObjectNode body = Json.object().put("name", "apps/" + path.get("app") + "/crashRateMetricSet");
        ArrayNode freshnesses = body.putObject("freshnessInfo").putArray("freshnesses");
        for (Period period : Period.values()) {
            ObjectNode fresh = freshnesses.addObject().put("aggregationPeriod", period.name());
            fresh.set("latestEndTime", period.json(period.freshUntil(call.asOf())));
        }
        return Reply.json(200, body);
    }

    private Reply query(Call call, Map<String, String> path) {
        String project = project(path);
        JsonNode body = call.json();
        JsonNode spec = body.path("timelineSpec");
        Period period = Arrays.stream(Period.values())
                .filter(known ->
                        known.name().equals(spec.path("aggregationPeriod").asString("")))
                .findFirst()
                .orElseThrow(() -> new VitalsRefusal(400, "Unsupported aggregation period"));
        Instant start = period.read(spec.path("startTime"), "start_time");
        Instant asked = period.read(spec.path("endTime"), "end_time");
        Instant fresh = period.freshUntil(call.asOf());
        List<ObjectNode> rows = new ArrayList<>();
        for (Instant at = start; at.isBefore(asked) && at.isBefore(fresh); at = period.next(at)) {
            rows.addAll(rows(project, period, at, body));
        }
        int size = Math.clamp(body.path("pageSize").asInt(1000), 1, 100_000);
        Pages<ObjectNode> page = Pages.of(call, rows, body.path("pageToken").asInt(0), size);
        ObjectNode answer = Json.object();
        answer.set("rows", Json.array(page.items()));
        return Reply.json(200, page.last() ? answer : answer.put("nextPageToken", Integer.toString(page.next())));
    }

    private List<ObjectNode> rows(String project, Period period, Instant start, JsonNode body) {
        boolean byCode = body.path("dimensions")
                .valueStream()
                .anyMatch(name -> name.asString("").equals("versionCode"));
        Optional<String> only = filter(body.path("filter").asString(""));
        Map<String, Tally> tallies = new TreeMap<>();
        List<Cell> cells = users.everywhere(
                start, period.next(start), who -> who.project().equals(project) && who.ring() == Ring.PRODUCTION);
        for (Cell cell : cells) {
            String code = cell.build().number();
            if (only.map(code::equals).orElse(true)) {
                tallies.computeIfAbsent(byCode ? code : "", none -> new Tally()).add(cell);
            }
        }
        List<ObjectNode> rows = new ArrayList<>();
        tallies.forEach((code, tally) -> rows.add(row(period, start, code, tally, body)));
        return rows;
    }

    private static ObjectNode row(Period period, Instant start, String code, Tally tally, JsonNode body) {
        ObjectNode row = Json.object().put("aggregationPeriod", period.name());
        row.set("startTime", period.json(start));
        if (!code.isEmpty()) {
            row.putArray("dimensions")
                    .addObject()
                    .put("dimension", "versionCode")
                    .put("int64Value", code);
        }
        ArrayNode metrics = row.putArray("metrics");
        for (JsonNode name : body.path("metrics")) {
            String metric = name.asString("");
            if (!METRICS.contains(metric)) {
                throw new VitalsRefusal(400, "Unknown metric: " + metric);
            }
            boolean count = metric.equals("distinctUsers");
            double value = count ? Math.rint(tally.users()) : tally.crashedUsers() / Math.max(1, tally.users());
            metrics.addObject()
                    .put("metric", metric)
                    .putObject("decimalValue")
                    .put("value", count ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value));
        }
        return row;
    }

    private static Optional<String> filter(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Matcher matcher = ONE_CODE.matcher(text);
        if (!matcher.matches()) {
            throw new VitalsRefusal(400, "Invalid filter: only versionCode = N is understood");
        }
        return Optional.of(matcher.group(1));
    }

    private String project(Map<String, String> path) {
        return projects.apply(path.getOrDefault("app", ""))
                .orElseThrow(() -> new VitalsRefusal(404, "Requested entity was not found."));
    }
}
