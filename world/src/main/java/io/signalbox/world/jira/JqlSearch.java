package io.signalbox.world.jira;

import io.signalbox.world.jira.Clause.Compare;
import io.signalbox.world.jira.Clause.In;
import io.signalbox.world.jira.Clause.Operator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds issues by a query. As in Jira, {@code !=} and {@code not in} do not find issues without a value.
 *
 * @param state where names of projects, versions and issues are looked up
 */
record JqlSearch(JiraState state, Instant now, ZoneId zone) {
    private static final Pattern AGO = Pattern.compile("(-?)\\s*((?:\\d+[wdhm]\\s*)+)");
    private static final Pattern SPAN = Pattern.compile("(\\d+)([wdhm])");

    /** @throws JiraRefusal if the query names something that does not exist */
    List<Issue> find(JqlParser.Query query, Stream<Issue> among) {
        check(query.where());
        Comparator<Issue> order = Comparator.comparingLong(Issue::id).reversed();
        for (Clause.Order term : query.order().reversed()) {
            Comparator<Issue> by = by(term.field());
            Comparator<Issue> rest = order;
            order = (term.descending() ? by.reversed() : by).thenComparing(rest);
        }
        return among.filter(issue -> holds(query.where(), issue)).sorted(order).toList();
    }

    private boolean holds(Clause clause, Issue issue) {
        return switch (clause) {
            case Clause.All all -> true;
            case Clause.And(List<Clause> all) -> all.stream().allMatch(part -> holds(part, issue));
            case Clause.Or(List<Clause> any) -> any.stream().anyMatch(part -> holds(part, issue));
            case Clause.Not(Clause inner) -> !holds(inner, issue);
            case Clause.IsEmpty(Field field, boolean negated) ->
                values(field, issue).isEmpty() != negated;
            case In(Field field, boolean negated, List<String> values) -> {
                boolean found =
                        values.stream().anyMatch(value -> holds(new Compare(field, Operator.EQUAL, value), issue));
                yield negated ? !found && !values(field, issue).isEmpty() : found;
            }
            case Compare compare -> compares(compare, issue);
        };
    }

    private boolean compares(Compare compare, Issue issue) {
        Operator operator = compare.operator();
        return switch (compare.field()) {
            case CREATED -> operator.holds(issue.created().compareTo(instant(compare.value())));
            case UPDATED -> operator.holds(issue.updated().compareTo(instant(compare.value())));
            case PRIORITY ->
                issue.priority().isPresent()
                        && operator.holds(Integer.compare(
                                Priority.of(compare.value()).orElseThrow().id(),
                                issue.priority().get().id()));
            case KEY -> {
                Issue other = state.find(compare.value()).orElseThrow();
                boolean comparable = !operator.ordering() || other.project().equals(issue.project());
                int order =
                        other.project().equals(issue.project()) ? Integer.compare(issue.number(), other.number()) : 1;
                yield comparable && operator.holds(order);
            }
            case PROJECT, ISSUE_TYPE, LABELS, FIX_VERSION, STATUS, STATUS_CATEGORY -> {
                List<String> values = values(compare.field(), issue);
                boolean found = values.stream().anyMatch(compare.value()::equalsIgnoreCase);
                yield operator == Operator.EQUAL ? found : !found && !values.isEmpty();
            }
        };
    }

    private List<String> values(Field field, Issue issue) {
        return switch (field) {
            case PROJECT -> List.of(issue.project(), state.projects().getOrDefault(issue.project(), issue.project()));
            case ISSUE_TYPE -> List.of(issue.type());
            case LABELS -> issue.labels();
            case FIX_VERSION -> issue.fixVersions();
            case PRIORITY -> issue.priority().map(Priority::label).stream().toList();
            case STATUS -> List.of(issue.status().label(), issue.status().id());
            case STATUS_CATEGORY ->
                List.of(
                        issue.status().category().label(),
                        issue.status().category().key());
            case KEY -> List.of(issue.key());
            case CREATED -> List.of(issue.created().toString());
            case UPDATED -> List.of(issue.updated().toString());
        };
    }

    /** Refuses values that do not exist, as Jira does before it searches. */
    private void check(Clause clause) {
        switch (clause) {
            case Clause.All all -> {}
            case Clause.IsEmpty empty -> {}
            case Clause.And(List<Clause> all) -> all.forEach(this::check);
            case Clause.Or(List<Clause> any) -> any.forEach(this::check);
            case Clause.Not(Clause inner) -> check(inner);
            case In(Field field, boolean negated, List<String> values) -> values.forEach(value -> check(field, value));
            case Compare(Field field, Operator operator, String value) -> check(field, value);
        }
    }

    private void check(Field field, String value) {
        boolean known = switch (field) {
            case PROJECT ->
                state.projects().containsKey(value.toUpperCase(Locale.ROOT))
                        || state.projects().containsValue(value);
            case ISSUE_TYPE -> JiraState.TYPES.stream().anyMatch(value::equalsIgnoreCase);
            case FIX_VERSION -> state.knowsVersion(value);
            case PRIORITY -> Priority.of(value).isPresent();
            case STATUS ->
                Stream.of(IssueStatus.values())
                        .anyMatch(status -> status.label().equalsIgnoreCase(value)
                                || status.id().equals(value));
            case STATUS_CATEGORY ->
                Stream.of(IssueStatus.values())
                        .map(IssueStatus::category)
                        .anyMatch(category -> category.label().equalsIgnoreCase(value)
                                || category.key().equalsIgnoreCase(value));
            case LABELS -> true;
            case CREATED, UPDATED -> date(value).isPresent();
            case KEY -> {
                if (state.find(value).isEmpty()) {
                    throw JiraRefusal.query("An issue with key '" + value + "' does not exist for field 'key'.");
                }
                yield true;
            }
        };
        if (!known && field.isDate()) {
            throw JiraRefusal.query("Date value '" + value + "' for field '" + field.word()
                    + "' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd',"
                    + " 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.");
        }
        if (!known) {
            throw JiraRefusal.query("The value '" + value + "' does not exist for the field '" + field.word() + "'.");
        }
    }

    private Comparator<Issue> by(Field field) {
        return switch (field) {
            case KEY -> Comparator.comparing(Issue::project).thenComparingInt(Issue::number);
            case CREATED -> Comparator.comparing(Issue::created);
            case UPDATED -> Comparator.comparing(Issue::updated);
            case PRIORITY ->
                Comparator.comparingInt(
                        (Issue issue) -> -issue.priority().map(Priority::id).orElse(99));
            case PROJECT, ISSUE_TYPE, LABELS, FIX_VERSION, STATUS, STATUS_CATEGORY ->
                throw new IllegalArgumentException("The parser lets nobody sort by " + field);
        };
    }

    private Instant instant(String value) {
        return date(value).orElseThrow();
    }

    private Optional<Instant> date(String value) {
        Matcher ago = AGO.matcher(value.strip());
        if (ago.matches()) {
            Duration span = Duration.ZERO;
            Matcher part = SPAN.matcher(ago.group(2));
            while (part.find()) {
                span = span.plus(
                        span(Long.parseLong(part.group(1)), part.group(2).charAt(0)));
            }
            return Optional.of(ago.group(1).isEmpty() ? now.plus(span) : now.minus(span));
        }
        String text = value.replace('/', '-').strip();
        try {
            return Optional.of(
                    text.length() <= 10
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : LocalDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))
                                    .atZone(zone)
                                    .toInstant());
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static Duration span(long count, char unit) {
        return switch (unit) {
            case 'w' -> Duration.ofDays(7 * count);
            case 'd' -> Duration.ofDays(count);
            case 'h' -> Duration.ofHours(count);
            case 'm' -> Duration.ofMinutes(count);
            default -> throw new IllegalArgumentException("no unit of time: " + unit);
        };
    }
}
