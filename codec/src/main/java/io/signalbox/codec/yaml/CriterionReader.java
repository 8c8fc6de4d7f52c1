package io.signalbox.codec.yaml;

import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.calendar.Freeze;
import io.signalbox.domain.calendar.Hours;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Ring;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads criteria: a name alone, or a name with what it needs. */
final class CriterionReader {
    private final ZoneId zone;
    private final List<Ring> rings;
    private final Map<String, Function<YamlNode, Optional<Criterion>>> withValue = new TreeMap<>();
    private final Map<String, Criterion> alone = new TreeMap<>();

    CriterionReader(ZoneId zone, List<Ring> rings) {
        this.zone = zone;
        this.rings = rings;
        alone.put("newest-commit-built", new Criterion.NewestCommitBuilt());
        alone.put("only-approved-commits", new Criterion.OnlyApprovedCommits());
        alone.put("tests-green", new Criterion.TestsGreen());
        alone.put("signed-off", new Criterion.SignedOff());
        alone.put("no-open-question", new Criterion.NoOpenQuestion());
        alone.put("store-seen", new Criterion.StoreSeen());
        alone.put("store-approved", new Criterion.StoreApproved());
        alone.put("no-other-version", new Criterion.NoOtherVersion());
        alone.put("soaked", new Criterion.Soaked());
        alone.put("any-commit", new Criterion.AnyCommit());
        alone.put("previous-cut", new Criterion.PreviousCut());
        alone.put("bumped", new Criterion.Bumped());
        withValue.put("no-open-blockers", this::blockers);
        withValue.put("crash-rate", this::crashRate);
        withValue.put("enough-use", this::enoughUse);
        withValue.put("package-complete", this::packageComplete);
        withValue.put("check-passed", n -> n.text().map(Criterion.CheckPassed::new));
        withValue.put("staffed", n -> hours(n).map(Criterion.Staffed::new));
        withValue.put("not-before", n -> n.oneOf(Milestone.class).map(Criterion.NotBefore::new));
        withValue.put("no-freeze", this::noFreeze);
        withValue.put("nightly", this::nightly);
        withValue.put("green-commit", this::greenCommit);
    }

    List<Criterion> all(List<YamlNode> items) {
        List<Criterion> criteria = new ArrayList<>();
        for (YamlNode item : items) {
            one(item).ifPresent(criterion -> {
                if (criteria.stream().anyMatch(c -> c.key().equals(criterion.key()))) {
                    item.fault("\"%s\" is there twice".formatted(criterion.key()));
                }
                criteria.add(criterion);
            });
        }
        return criteria;
    }

    private Optional<Criterion> one(YamlNode item) {
        if (item.isText()) {
            return item.text().flatMap(name -> named(item, name));
        }
        Map<String, YamlNode> entries = item.map().named();
        if (entries.size() != 1) {
            item.fault("a criterion is a name, or one name with its value");
            return Optional.empty();
        }
        Map.Entry<String, YamlNode> entry = entries.entrySet().iterator().next();
        return Optional.ofNullable(withValue.get(entry.getKey()))
                .map(reader -> reader.apply(entry.getValue()))
                .orElseGet(() -> unknown(item, entry.getKey()));
    }

    private Optional<Criterion> named(YamlNode item, String name) {
        if (withValue.containsKey(name)) {
            item.fault("\"%s\" needs a value".formatted(name));
            return Optional.empty();
        }
        return Optional.ofNullable(alone.get(name)).or(() -> unknown(item, name));
    }

    private Optional<Criterion> unknown(YamlNode item, String name) {
        if (alone.containsKey(name)) {
            item.fault("\"%s\" takes no value".formatted(name));
            return Optional.empty();
        }
        List<String> known = new ArrayList<>(alone.keySet());
        known.addAll(withValue.keySet());
        item.fault("no such criterion: \"%s\"".formatted(name), name, known);
        return Optional.empty();
    }

    private Optional<Criterion> blockers(YamlNode node) {
        YamlMap map = node.map();
        Optional<Duration> settle = map.as("settle", "a duration", Scalars::duration);
        map.done();
        return settle.map(Criterion.NoOpenBlockers::new);
    }

    private Optional<Criterion> crashRate(YamlNode node) {
        YamlMap map = node.map();
        Optional<RingKey> ring = ring(map);
        Optional<Double> most = map.as("most", "a number of crashed sessions per 1,000", CriterionReader::rate);
        Optional<Long> sessions = map.as("min-sessions", "a whole number", CriterionReader::count);
        Duration hold = map.as("hold", "a duration", Scalars::duration, Duration.ZERO);
        map.done();
        return ring.isEmpty() || most.isEmpty() || sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Criterion.CrashRate(ring.get(), most.get(), sessions.get(), hold));
    }

    private static double rate(String text) {
        double rate = Double.parseDouble(text);
        if (!(rate >= 0 && rate <= 1000)) {
            throw new IllegalArgumentException("use 0 to 1000");
        }
        return rate;
    }

    private static long count(String text) {
        long count = Long.parseLong(text.replace("_", ""));
        if (count < 1) {
            throw new IllegalArgumentException("use 1 or more: without use nothing is known");
        }
        return count;
    }

    private Optional<Criterion> enoughUse(YamlNode node) {
        YamlMap map = node.map();
        Optional<RingKey> ring = ring(map);
        Optional<Long> sessions = map.as("min-sessions", "a whole number", CriterionReader::count);
        map.done();
        return ring.isEmpty() || sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Criterion.EnoughUse(ring.get(), sessions.get()));
    }

    private Optional<RingKey> ring(YamlMap map) {
        return map.required("ring")
                .flatMap(n -> n.oneOf(rings, r -> r.key().value()))
                .map(Ring::key);
    }

    private Optional<Criterion> packageComplete(YamlNode node) {
        YamlMap map = node.map();
        List<String> locales = texts(map.list("locales"));
        List<String> answers = texts(map.list("answers"));
        int longest = map.as("longest-note", "a whole number", Integer::valueOf, 500);
        map.done();
        return Optional.of(new Criterion.PackageComplete(locales, answers, longest));
    }

    static List<String> texts(List<YamlNode> nodes) {
        return nodes.stream().map(YamlNode::text).flatMap(Optional::stream).toList();
    }

    private Optional<Criterion> noFreeze(YamlNode node) {
        List<Freeze> freezes = new ArrayList<>();
        for (YamlNode item : node.list()) {
            YamlMap map = item.map();
            Optional<Instant> from = map.as("from", "an instant such as 2024-12-20T00:00:00Z", Instant::parse);
            Optional<Instant> to = map.as("to", "an instant such as 2024-12-27T00:00:00Z", Instant::parse);
            String reason = map.text("reason", "freeze");
            map.done();
            if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
                item.fault("must end after it begins");
            } else if (from.isPresent() && to.isPresent()) {
                freezes.add(new Freeze(from.get(), to.get(), reason));
            }
        }
        return Optional.of(new Criterion.NoFreeze(freezes));
    }

    private Optional<Criterion> nightly(YamlNode node) {
        YamlMap map = node.map();
        Optional<LocalTime> by = map.as("by", "a time such as \"06:00\"", Scalars::time);
        map.done();
        return by.map(Criterion.Nightly::new);
    }

    private Optional<Criterion> greenCommit(YamlNode node) {
        YamlMap map = node.map();
        Optional<Duration> oldest = map.as("oldest", "a duration", Scalars::duration);
        map.done();
        return oldest.map(Criterion.GreenCommit::new);
    }

    /** {@code always}, or days with hours, one span or a list of them. */
    private Optional<Hours> hours(YamlNode node) {
        if (node.isText()) {
            boolean always = node.text().filter("always"::equals).isPresent();
            if (!always) {
                node.fault("must be \"always\", or days with hours");
            }
            return always ? Optional.of(new Hours.Always()) : Optional.empty();
        }
        List<Hours.Span> spans = new ArrayList<>();
        ZoneId in = zone;
        for (YamlNode item : node.isMap() ? List.of(node) : node.list()) {
            YamlMap map = item.map();
            in = map.optional("zone").flatMap(YamlNode::zone).orElse(in);
            spans.addAll(spans(item, map));
            map.done();
        }
        if (spans.isEmpty()) {
            node.fault("names no hours at all");
            return Optional.empty();
        }
        return Optional.of(new Hours.Weekly(in, spans));
    }

    private static List<Hours.Span> spans(YamlNode item, YamlMap map) {
        Optional<LocalTime> from = map.as("from", "a time such as \"09:00\"", Scalars::time);
        Optional<LocalTime> to = map.as("to", "a time such as \"17:00\"", Scalars::time);
        List<Hours.Span> spans = new ArrayList<>();
        for (YamlNode name : map.list("days")) {
            Optional<DayOfWeek> day = name.oneOf(DayOfWeek.class);
            if (day.isPresent() && from.isPresent() && to.isPresent()) {
                try {
                    spans.add(new Hours.Span(day.get(), from.get(), to.get()));
                } catch (IllegalArgumentException e) {
                    item.fault(e);
                    return spans;
                }
            }
        }
        return spans;
    }
}
