package io.signalbox.codec.yaml;

import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.PathPrefix;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.criterion.TrackJudge;
import io.signalbox.domain.policy.AskRule;
import io.signalbox.domain.policy.Bounds;
import io.signalbox.domain.policy.CarryOver;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.LargeChange;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Patience;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.policy.Ring;
import io.signalbox.domain.policy.Rung;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.signal.SignalKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads policies. */
public final class PolicyReader {
    /** The policies that come with Signalbox. */
    public static final List<String> BUILT_IN = List.of("default", "git-only");

    private final ZoneId zone;

    /** @param zone for hours that name no zone of their own: the app's */
    public PolicyReader(ZoneId zone) {
        this.zone = zone;
    }

    public Read<Policy> read(Path file) {
        return YamlFile.read(file, this::policy);
    }

    public Read<Policy> read(String name, String text) {
        return YamlFile.read(name, text, this::policy);
    }

    /** One of {@link #BUILT_IN}. */
    public Policy builtIn(String name) {
        return switch (read(name, text(name))) {
            case Read.Whole<Policy> whole -> whole.value();
            case Read.Refused<Policy> refused ->
                throw new IllegalStateException("the built-in policy is faulty: " + refused.faults());
        };
    }

    /** The text of one of {@link #BUILT_IN}, to begin one's own with. */
    public static String text(String builtIn) {
        return resource(builtIn + "-policy.yaml");
    }

    private static String resource(String name) {
        try (InputStream in = PolicyReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no built-in policy is called " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Policy> policy(YamlMap map) {
        Optional<String> name = map.text("name");
        List<Ring> rings = rings(map.map("rings"));
        CriterionReader criteria = new CriterionReader(zone, rings);
        List<Plan.Offset> plan = plan(map.map("plan"));
        Optional<Bounds> bounds = bounds(map.map("freshness"));
        Patience patience = patience(map.map("patience"));
        CarryOver carryOver = carryOver(map.map("carry-over"));
        LargeChange large = largeChange(map.map("large-change"));
        Map<Move, MovePolicy> moves = moves(map.map("moves"), criteria);
        Optional<TrackPolicy> track = track(map, moves, Optional.empty(), criteria, rings);
        List<Policy.PlatformTrack> tracks = platforms(map.map("platforms"), moves, track, criteria, rings);
        if (name.isEmpty()
                || bounds.isEmpty()
                || track.isEmpty()
                || !map.faults().isEmpty()) {
            return Optional.empty();
        }
        List<MovePolicy> ofRelease =
                moves.values().stream().filter(m -> isOfRelease(m.move())).toList();
        return Optional.of(new Policy(
                name.get(), "", rings, plan, bounds.get(), patience, carryOver, large, ofRelease, track.get(), tracks));
    }

    private static boolean isOfRelease(Move move) {
        return move == Move.BUMP || move == Move.CUT;
    }

    private static List<Ring> rings(YamlMap map) {
        List<Ring> rings = new ArrayList<>();
        map.named().forEach((key, node) -> {
            YamlMap ring = node.map();
            Optional<Ring.Source> from = ring.required("from").flatMap(n -> n.oneOf(Ring.Source.class));
            String title = ring.text("name", key);
            String purpose = ring.text("purpose", "");
            ring.done();
            key(node, key, RingKey::new).ifPresent(k -> from.ifPresent(f -> rings.add(new Ring(k, title, f, purpose))));
        });
        return rings;
    }

    static <K> Optional<K> key(YamlNode node, String written, Function<String, K> make) {
        try {
            return Optional.of(make.apply(written));
        } catch (IllegalArgumentException e) {
            node.fault(e);
            return Optional.empty();
        }
    }

    private static List<Plan.Offset> plan(YamlMap map) {
        List<Plan.Offset> offsets = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            if (milestone == Milestone.CYCLE_START) {
                continue;
            }
            map.required(YamlNode.written(milestone)).map(YamlNode::map).ifPresent(entry -> {
                Optional<Integer> days = entry.as("days", "a whole number of days", Integer::valueOf);
                Optional<LocalTime> at = entry.as("at", "a time such as \"09:00\"", Scalars::time);
                entry.done();
                if (days.isPresent() && at.isPresent()) {
                    if (days.get() < 0 || days.get() > 366) {
                        entry.fault("days must be 0 to 366");
                    } else {
                        offsets.add(new Plan.Offset(milestone, days.get(), at.get()));
                    }
                }
            });
        }
        map.done();
        return offsets;
    }

    private static Optional<Bounds> bounds(YamlMap map) {
        List<Bounds.Bound> each = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            map.as(YamlNode.written(kind), "a duration", Scalars::duration)
                    .ifPresent(oldest -> each.add(new Bounds.Bound(kind, oldest)));
        }
        map.done();
        return each.size() == SignalKind.values().length ? Optional.of(new Bounds(each)) : Optional.empty();
    }

    private static Patience patience(YamlMap map) {
        Patience standard = Patience.STANDARD;
        Patience patience = new Patience(
                map.as("call-deadline", "a duration", Scalars::duration, standard.callDeadline()),
                map.as("store-settle", "a duration", Scalars::duration, standard.storeSettle()),
                map.as("blind-grace", "a duration", Scalars::duration, standard.blindGrace()),
                map.as("freeze-lead", "a duration", Scalars::duration, standard.freezeLead()),
                map.as("retries", "a whole number", Integer::valueOf, standard.retries()),
                map.as("retry-after", "a duration", Scalars::duration, standard.retryAfter()),
                map.as("stop-retry-after", "a duration", Scalars::duration, standard.stopRetryAfter()),
                map.as("watch-for", "a duration", Scalars::duration, standard.watchFor()));
        map.done();
        return patience;
    }

    private static CarryOver carryOver(YamlMap map) {
        CarryOver standard = CarryOver.STANDARD;
        CarryOver carryOver = new CarryOver(
                rule(map, "sign-offs", standard.signOffs()),
                rule(map, "use", standard.use()),
                rule(map, "checks", standard.checks()));
        map.done();
        return carryOver;
    }

    private static CarryOver.Rule rule(YamlMap map, String key, CarryOver.Rule otherwise) {
        return map.optional(key).flatMap(n -> n.oneOf(CarryOver.Rule.class)).orElse(otherwise);
    }

    private static LargeChange largeChange(YamlMap map) {
        int lines = map.as("lines", "a whole number", Integer::valueOf, Integer.MAX_VALUE);
        List<PathPrefix> paths = map.list("paths").stream()
                .map(n -> n.as("a path in the repository", PathPrefix::new))
                .flatMap(Optional::stream)
                .toList();
        map.done();
        return new LargeChange(lines, paths);
    }

    private static Map<Move, MovePolicy> moves(YamlMap map, CriterionReader criteria) {
        Map<Move, MovePolicy> moves = new EnumMap<>(Move.class);
        for (Move move : Move.values()) {
            map.optional(YamlNode.written(move)).ifPresent(node -> moves.put(move, move(node, move, criteria)));
        }
        map.done();
        return moves;
    }

    private static MovePolicy move(YamlNode node, Move move, CriterionReader criteria) {
        YamlMap map = node.map();
        Mode mode = map.optional("mode").flatMap(n -> n.oneOf(Mode.class)).orElse(Mode.AUTOMATIC);
        int approvals = map.as("approvals", "a whole number from 1 to 5", PolicyReader::approvals, 1);
        List<YamlNode> items = map.list("when");
        List<Criterion> guard = criteria.all(items);
        map.done();
        if (guard.isEmpty()) {
            map.fault("has no criterion; a move without one is never made");
        }
        for (Criterion criterion : guard) {
            if (!fits(criterion, move)) {
                map.fault("\"%s\" cannot be judged for this move".formatted(criterion.key()));
            }
        }
        return new MovePolicy(move, mode, approvals, guard);
    }

    private static boolean fits(Criterion criterion, Move move) {
        if (isOfRelease(move)) {
            return criterion instanceof Criterion.OfRelease;
        }
        return move == Move.CANDIDATE ? isOfWholeTrack(criterion) : criterion instanceof Criterion.OfTrack;
    }

    /** A track is not at any store before it is submitted. */
    private static boolean isOfWholeTrack(Criterion criterion) {
        return criterion instanceof Criterion.OfTrack && !TrackJudge.isAboutDestination(criterion);
    }

    private static List<Criterion> watched(YamlNode node, CriterionReader criteria) {
        List<Criterion> watched = criteria.all(node.list());
        watched.stream()
                .filter(c -> !isOfWholeTrack(c))
                .forEach(c -> node.fault("\"%s\" cannot be watched".formatted(c.key())));
        return watched;
    }

    private static int approvals(String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > 5) {
            throw new IllegalArgumentException("use 1 to 5");
        }
        return number;
    }

    /**
     * @param base the general process, for a platform that changes parts of it
     */
    private static Optional<TrackPolicy> track(
            YamlMap map,
            Map<Move, MovePolicy> moves,
            Optional<TrackPolicy> base,
            CriterionReader criteria,
            List<Ring> rings) {
        List<Rung> ladder = map.optional("ladder")
                .map(PolicyReader::ladder)
                .orElse(base.map(TrackPolicy::ladder).orElse(List.of()));
        List<Criterion> upcoming = map.optional("upcoming")
                .map(n -> watched(n, criteria))
                .orElse(base.map(TrackPolicy::upcoming).orElse(List.of()));
        List<Criterion> released = map.optional("released")
                .map(n -> watched(n, criteria))
                .orElse(base.map(TrackPolicy::released).orElse(List.of()));
        List<AskRule> asks = map.optional("ask")
                .map(n -> asks(n, rings))
                .orElse(base.map(TrackPolicy::asks).orElse(List.of()));
        List<MovePolicy> ofTrack =
                moves.values().stream().filter(m -> !isOfRelease(m.move())).toList();
        try {
            return Optional.of(new TrackPolicy(ladder, ofTrack, upcoming, released, asks));
        } catch (IllegalArgumentException e) {
            map.optional("ladder").ifPresentOrElse(n -> n.fault(e), () -> map.fault(e));
            return Optional.empty();
        }
    }

    private static List<Rung> ladder(YamlNode node) {
        List<Rung> ladder = new ArrayList<>();
        for (YamlNode item : node.list()) {
            YamlMap map = item.map();
            Optional<Share> share = map.as("share", "a share", Scalars::share);
            Duration soak = map.as("soak", "a duration", Scalars::duration, Duration.ZERO);
            map.done();
            share.ifPresent(s -> ladder.add(new Rung(Exposure.of(s), soak)));
        }
        return ladder;
    }

    private static List<AskRule> asks(YamlNode node, List<Ring> rings) {
        List<AskRule> asks = new ArrayList<>();
        for (YamlNode item : node.list()) {
            YamlMap map = item.map();
            map.required("regional-crash").map(YamlNode::map).ifPresent(rule -> {
                Optional<RingKey> ring = rule.required("ring")
                        .flatMap(n -> n.oneOf(rings, r -> r.key().value()))
                        .map(Ring::key);
                Optional<Long> least = rule.as("least-crashes", "a whole number", Long::valueOf);
                Optional<Integer> percent = rule.as("least-percent", "a whole number", Integer::valueOf);
                rule.done();
                if (ring.isPresent() && least.isPresent() && percent.isPresent()) {
                    asks.add(new AskRule.RegionalCrash(ring.get(), least.get(), percent.get()));
                }
            });
            map.done();
        }
        return asks;
    }

    private static List<Policy.PlatformTrack> platforms(
            YamlMap map,
            Map<Move, MovePolicy> moves,
            Optional<TrackPolicy> base,
            CriterionReader criteria,
            List<Ring> rings) {
        List<Policy.PlatformTrack> tracks = new ArrayList<>();
        map.named().forEach((key, node) -> {
            YamlMap own = node.map();
            Map<Move, MovePolicy> changed = new EnumMap<>(moves);
            changed.putAll(moves(own.map("moves"), criteria));
            Optional<TrackPolicy> track = track(own, changed, base, criteria, rings);
            own.done();
            key(node, key, PlatformKey::new)
                    .ifPresent(k -> track.ifPresent(t -> tracks.add(new Policy.PlatformTrack(k, t))));
        });
        return tracks;
    }
}
