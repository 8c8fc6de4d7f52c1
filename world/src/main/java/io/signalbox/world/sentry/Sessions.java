package io.signalbox.world.sentry;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import io.signalbox.world.users.Cell;
import io.signalbox.world.users.Tally;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The release health endpoint: sessions and crash rates, grouped and as time series. */
final class Sessions {
    private static final int MAX_POINTS = 10_000;
    private static final Set<String> GROUPS = Set.of("project", "release", "environment", "session.status");
    private static final List<String> STATUSES = List.of("healthy", "crashed");

    private final Call call;
    private final Span span;
    private final Projects projects;
    private final List<SessionField> fields;
    private final List<String> groupBy;

    private Sessions(Call call, Span span, Projects projects) {
        this.call = call;
        this.span = span;
        this.projects = projects;
        this.fields =
                call.params("field").stream().map(SessionField::of).distinct().toList();
        this.groupBy = call.params("groupBy").stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .toList();
    }

    static Reply answer(Call call, Span span, Projects projects, List<Cell> cells) {
        return new Sessions(call, span, projects).answer(cells);
    }

    private Reply answer(List<Cell> cells) {
        if (fields.isEmpty()) {
            throw SentryRefusal.bad("Request is missing a \"field\"");
        }
        groupBy.stream().filter(name -> !GROUPS.contains(name)).findFirst().ifPresent(name -> {
            throw SentryRefusal.bad("Invalid groupBy: " + name);
        });
        boolean byStatus = groupBy.contains("session.status");
        if (byStatus && fields.stream().anyMatch(SessionField::rate)) {
            throw SentryRefusal.bad("Cannot group by session.status when the metric is a rate");
        }
        Map<Map<String, String>, Group> groups = new LinkedHashMap<>();
        int intervals = span.intervals().size();
        for (Cell cell : cells) {
            for (String status : byStatus ? STATUSES : List.of("")) {
                Cell counted = byStatus ? only(cell, status) : cell;
                groups.computeIfAbsent(by(cell, status), by -> new Group(by, intervals))
                        .add(counted, span.index(cell.hour()));
            }
        }
        if ((long) groups.size() * intervals > MAX_POINTS) {
            throw SentryRefusal.bad("Your interval and date range would create too many results."
                    + " Use a larger interval, or a smaller date range.");
        }
        return reply(groups.values().stream().sorted(order()).toList());
    }

    private Reply reply(List<Group> groups) {
        ObjectNode body = Json.object()
                .put("start", Json.utc(span.start()))
                .put("end", Json.utc(span.end()))
                .put("query", call.param("query").orElse(""));
        body.set(
                "intervals", Json.texts(span.intervals().stream().map(Json::utc).toList()));
        int limit = call.number("per_page", Integer.MAX_VALUE);
        body.set(
                "groups",
                Json.array(groups.stream().limit(limit).map(this::json).toList()));
        return Reply.json(200, body);
    }

    /** Under a status, sessions of the other statuses are not counted. */
    private static Cell only(Cell cell, String status) {
        long sessions = status.equals("crashed") ? cell.crashed() : cell.sessions() - cell.crashed();
        return new Cell(
                cell.project(), cell.ring(), cell.build(), cell.country(), cell.hour(), cell.users(), sessions, 0);
    }

    private Map<String, String> by(Cell cell, String status) {
        Map<String, String> by = new LinkedHashMap<>();
        for (String name : groupBy) {
            by.put(
                    name,
                    switch (name) {
                        case "project" -> cell.project();
                        case "release" -> Releases.name(cell);
                        case "environment" -> cell.ring().environment();
                        default -> status;
                    });
        }
        return by;
    }

    private Comparator<Group> order() {
        String by = call.param("orderBy").orElse("-" + fields.getFirst().word());
        boolean descending = by.startsWith("-");
        SessionField field = SessionField.of(descending ? by.substring(1) : by);
        if (!fields.contains(field)) {
            throw SentryRefusal.bad("'orderBy' must be one of the provided 'fields'");
        }
        Comparator<Group> byValue =
                Comparator.comparingDouble(group -> field.value(group.total).orElse(-1));
        return descending ? byValue.reversed() : byValue;
    }

    private ObjectNode json(Group group) {
        ObjectNode json = Json.object();
        ObjectNode by = json.putObject("by");
        group.by.forEach((name, value) -> {
            if (name.equals("project")) {
                by.put(name, projects.id(value));
            } else {
                by.put(name, value);
            }
        });
        ObjectNode totals = json.putObject("totals");
        ObjectNode series = json.putObject("series");
        for (SessionField field : fields) {
            if (!call.param("includeTotals").orElse("1").equals("0")) {
                put(totals, field, field.value(group.total));
            }
            if (!call.param("includeSeries").orElse("1").equals("0")) {
                ArrayNode points = series.putArray(field.word());
                group.series.forEach(tally -> add(points, field, field.value(tally)));
            }
        }
        return json;
    }

    private static void put(ObjectNode json, SessionField field, OptionalDouble value) {
        if (value.isEmpty()) {
            json.putNull(field.word());
        } else if (field.rate()) {
            json.put(field.word(), value.getAsDouble());
        } else {
            json.put(field.word(), (long) value.getAsDouble());
        }
    }

    private static void add(ArrayNode points, SessionField field, OptionalDouble value) {
        if (value.isEmpty()) {
            points.addNull();
        } else if (field.rate()) {
            points.add(value.getAsDouble());
        } else {
            points.add((long) value.getAsDouble());
        }
    }

    /** What is counted together. */
    private static final class Group {
        private final Map<String, String> by;
        private final Tally total = new Tally();
        private final List<Tally> series;

        Group(Map<String, String> by, int intervals) {
            this.by = by;
            this.series = Stream.generate(Tally::new).limit(intervals).toList();
        }

        void add(Cell cell, int interval) {
            total.add(cell);
            series.get(interval).add(cell);
        }
    }
}
