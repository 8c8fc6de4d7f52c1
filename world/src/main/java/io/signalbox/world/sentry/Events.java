package io.signalbox.world.sentry;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Pages;
import io.signalbox.world.http.Reply;
import io.signalbox.world.users.Cell;
import io.signalbox.world.users.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The table of crash events: counts by release, environment, project or country. */
final class Events {
    private static final int MAX_ROWS = 100;
    private static final int MAX_FIELDS = 20;
    private static final Set<String> COLUMNS =
            Set.of("release", "environment", "project", "project.name", "geo.country_code");
    private static final Set<String> COUNTS = Set.of("count()", "count_unique(user)");

    private Events() {}

    static Reply answer(Call call, List<Cell> cells) {
        List<String> fields = call.params("field");
        check(call, fields);
        List<String> columns = fields.stream().filter(COLUMNS::contains).toList();
        Map<List<String>, Tally> rows = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.crashed() > 0) {
                List<String> key =
                        columns.stream().map(column -> value(cell, column)).toList();
                rows.computeIfAbsent(key, none -> new Tally()).add(cell);
            }
        }
        List<Row> all = new ArrayList<>();
        rows.forEach((key, tally) -> all.add(new Row(key, (long) tally.crashed(), Math.round(tally.crashedUsers()))));
        all.sort(order(call, columns));
        int size = Math.clamp(call.number("per_page", MAX_ROWS), 1, MAX_ROWS);
        Pages<Row> page = Pages.of(call, all, offset(call), size);
        ObjectNode body = Json.object();
        body.set(
                "data",
                Json.array(page.items().stream()
                        .map(row -> json(row, fields, columns))
                        .toList()));
        body.set("meta", meta(fields));
        return Reply.json(200, body).with("Link", link(call, page));
    }

    private static void check(Call call, List<String> fields) {
        if (fields.isEmpty() || fields.size() > MAX_FIELDS) {
            throw SentryRefusal.bad("Select between 1 and " + MAX_FIELDS + " fields.");
        }
        fields.stream()
                .filter(field -> !COLUMNS.contains(field) && !COUNTS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw SentryRefusal.bad("Invalid field: " + field);
                });
        String dataset = call.param("dataset").orElse("discover");
        if (!Set.of("errors", "discover").contains(dataset)) {
            throw SentryRefusal.bad("dataset must be one of: errors, discover");
        }
    }

    static String value(Cell cell, String column) {
        return switch (column) {
            case "release" -> Releases.name(cell);
            case "environment" -> cell.ring().environment();
            case "project", "project.name" -> cell.project();
            case "geo.country_code" -> cell.country();
            default -> throw SentryRefusal.bad("Invalid search key: " + column);
        };
    }

    private static Comparator<Row> order(Call call, List<String> columns) {
        String sort = call.param("sort").orElse("-count()");
        boolean descending = sort.startsWith("-");
        String field = descending ? sort.substring(1) : sort;
        int column = columns.indexOf(field);
        if (column < 0 && !COUNTS.contains(field) && !field.equals("count")) {
            throw SentryRefusal.bad("Cannot sort by a field that is not selected.");
        }
        Comparator<Row> by = column >= 0
                ? Comparator.comparing(row -> row.key.get(column))
                : Comparator.comparingLong(row -> field.equals("count_unique(user)") ? row.users : row.count);
        return (descending ? by.reversed() : by).thenComparing(row -> row.key.toString());
    }

    private static ObjectNode json(Row row, List<String> fields, List<String> columns) {
        ObjectNode json = Json.object();
        for (String field : fields) {
            switch (field) {
                case "count()" -> json.put(field, row.count);
                case "count_unique(user)" -> json.put(field, row.users);
                default -> json.put(field, row.key.get(columns.indexOf(field)));
            }
        }
        return json;
    }

    private static ObjectNode meta(List<String> fields) {
        ObjectNode meta = Json.object();
        ObjectNode types = meta.putObject("fields");
        ObjectNode units = meta.putObject("units");
        fields.forEach(field -> {
            types.put(field, COUNTS.contains(field) ? "integer" : "string");
            units.putNull(field);
        });
        return meta.put("isMetricsData", false).put("dataset", "errors");
    }

    private static int offset(Call call) {
        String cursor = call.param("cursor").orElse("0:0:0");
        if (!cursor.matches("\\d+:\\d{1,9}:[01]")) {
            throw SentryRefusal.bad("Invalid cursor parameter.");
        }
        return Integer.parseInt(cursor.split(":")[1]);
    }

    private static String link(Call call, Pages<Row> page) {
        String url = call.base() + call.path();
        int before = Math.max(0, page.offset() - page.size());
        int after = page.offset() + page.size();
        return "<" + url + "?cursor=0:" + before + ":1>; rel=\"previous\"; results=\"" + (page.offset() > 0)
                + "\"; cursor=\"0:" + before + ":1\", <" + url + "?cursor=0:" + after + ":0>; rel=\"next\"; results=\""
                + !page.last() + "\"; cursor=\"0:" + after + ":0\"";
    }

    private record Row(List<String> key, long count, long users) {}
}
