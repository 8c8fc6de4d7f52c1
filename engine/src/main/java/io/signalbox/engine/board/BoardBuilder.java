package io.signalbox.engine.board;

import io.signalbox.domain.app.App;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.picture.TrainPicture;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.robot.TrainRobot;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Switches;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.board.Board.Counts;
import io.signalbox.engine.board.Board.Cycle;
import io.signalbox.engine.board.Board.Need;
import io.signalbox.engine.board.Board.Section;
import io.signalbox.engine.board.Board.TrackRow;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the overview of an app from one snapshot. Every track is decided for anew, so that what is shown is what would be done. */
public final class BoardBuilder {
    private final Pictures pictures;

    public BoardBuilder(Pictures pictures) {
        this.pictures = pictures;
    }

    public Board build(AppSnapshot snapshot, Instant now) {
        App app = pictures.of(snapshot.train()).app();
        List<AppSnapshot.Unreadable> unreadable = new ArrayList<>(snapshot.unreadable());
        List<Looked> tracks = each(snapshot.tracks(), t -> look(t, now), unreadable);
        List<Section> sections = sections(snapshot, tracks);
        List<Ahead> ahead = each(
                snapshot.releases().stream().filter(r -> !r.release().ended()).toList(),
                r -> Ahead.of(r, pictures.of(r), now),
                unreadable);
        List<Cycle> cycles = cycles(ahead);
        List<Need> needs = Stream.of(
                        unreadable.stream().map(u -> Needs.unreadable(u, now)),
                        ahead.stream().flatMap(a -> new ReleaseNeeds(a).all().stream()),
                        tracks.stream().flatMap(t -> new Needs(t).all().stream()))
                .flatMap(s -> s)
                .sorted(Comparator.comparing(Need::since))
                .toList();
        long unreadableOnes = unreadable.stream()
                .filter(u -> app.platforms().isEmpty() || u.subject() instanceof TrackId)
                .count();
        Counts counts = Counts.of(sections, cycles, (int) unreadableOnes);
        return new Board(
                app.key().value(),
                app.name(),
                app.zone().getId(),
                now,
                Optional.empty(),
                robot(snapshot.train().train().switches()),
                counts,
                statement(counts, cycles.isEmpty() ? "track" : "release"),
                needs,
                sections,
                cycles,
                Stream.concat(
                                tracks.stream().flatMap(t -> NextUp.of(t).stream()),
                                ahead.stream().flatMap(a -> NextUp.of(a).stream()))
                        .sorted(Comparator.comparing(Board.Next::at))
                        .toList(),
                sources(snapshot, now),
                departure(snapshot, now));
    }

    /** What nothing can be concluded for is told of, and does not keep the others from being shown. */
    private static <S extends Snapshot, T> List<T> each(
            List<S> snapshots, Function<S, T> look, List<AppSnapshot.Unreadable> unreadable) {
        List<T> looked = new ArrayList<>();
        for (S snapshot : snapshots) {
            try {
                looked.add(look.apply(snapshot));
            } catch (RuntimeException e) {
                unreadable.add(new AppSnapshot.Unreadable(snapshot.row().id(), String.valueOf(e.getMessage())));
            }
        }
        return looked;
    }

    /** Of branched releases only the newest tells something new. */
    private static List<Cycle> cycles(List<Ahead> ahead) {
        List<Ahead> newestFirst = ahead.stream()
                .filter(Ahead::alone)
                .sorted(Comparator.comparing((Ahead a) -> a.release().id().version())
                        .reversed())
                .toList();
        Optional<Ahead> branched = newestFirst.stream().filter(Ahead::branched).findFirst();
        return newestFirst.stream()
                .filter(a -> !a.branched() || branched.filter(a::equals).isPresent())
                .flatMap(a -> new Cycles(a).all().stream())
                .toList();
    }

    Looked look(Snapshot.OfTrack snapshot, Instant now) {
        TrackPicture picture = pictures.of(snapshot);
        return new Looked(snapshot, picture, TrackRobot.decide(picture, now), now);
    }

    /** Naming the final candidate changes nothing outside, so it needs no arming. */
    static Board.Robot robot(Switches switches) {
        List<Board.Armed> moves = Arrays.stream(Move.values())
                .filter(m -> m != Move.CANDIDATE)
                .map(m -> new Board.Armed(
                        m.name(),
                        switches.arming().stream()
                                .filter(a -> a.move() == m)
                                .findFirst()
                                .map(a -> a.mode().name())
                                .orElse("OBSERVE")))
                .toList();
        Optional<Release.Word> off = switches.robotOff();
        return new Board.Robot(
                off.isEmpty(),
                off.map(Release.Word::by),
                off.map(Release.Word::reason),
                off.map(Release.Word::at),
                moves);
    }

    /** @param what a track, or a release where there are no tracks */
    private static String statement(Counts counts, String what) {
        int needs = counts.needs();
        int silent = counts.noData();
        if (needs > 0) {
            return needs == 1 ? "One %s needs you.".formatted(what) : "%s %ss need you.".formatted(number(needs), what);
        }
        if (silent > 0) {
            return silent == 1
                    ? "One %s has no data.".formatted(what)
                    : "%s %ss have no data.".formatted(number(silent), what);
        }
        return "Nothing needs you.";
    }

    private static String number(int number) {
        List<String> words = List.of("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");
        return number - 2 < words.size() ? words.get(number - 2) : String.valueOf(number);
    }

    /** Per platform: what everyone has is production, what has a branch is current, what has none is upcoming. */
    private List<Section> sections(AppSnapshot snapshot, List<Looked> tracks) {
        List<Section> sections = new ArrayList<>();
        for (Section.Part part : Section.Part.values()) {
            List<Looked> inIt = tracks.stream()
                    .filter(t -> shown(t, tracks) && part(t) == part)
                    .toList();
            List<TrackRow> rows = inIt.stream()
                    .map(Rows::row)
                    .sorted(Comparator.comparing(TrackRow::status).thenComparing(TrackRow::since))
                    .toList();
            sections.add(new Section(part, heads(snapshot, inIt), rows));
        }
        return sections;
    }

    /** Of what everyone has only the newest version of a platform is shown, and of what has ended nothing else. */
    private static boolean shown(Looked looked, List<Looked> all) {
        if (part(looked) != Section.Part.PRODUCTION) {
            return !looked.track().course().ended();
        }
        return all.stream()
                .filter(o -> part(o) == Section.Part.PRODUCTION)
                .filter(o ->
                        o.track().id().platform().equals(looked.track().id().platform()))
                .noneMatch(o ->
                        o.track().id().version().isAfter(looked.track().id().version()));
    }

    private static Section.Part part(Looked looked) {
        if (looked.stage() == Stage.RELEASED) {
            return Section.Part.PRODUCTION;
        }
        return looked.stage() == Stage.UPCOMING ? Section.Part.UPCOMING : Section.Part.CURRENT;
    }

    private static List<Board.ReleaseHead> heads(AppSnapshot snapshot, List<Looked> tracks) {
        List<Version> versions = tracks.stream()
                .map(t -> t.track().id().version())
                .distinct()
                .sorted()
                .toList();
        return snapshot.releases().stream()
                .map(Snapshot.OfRelease::release)
                .filter(r -> versions.contains(r.id().version()))
                .map(r -> Goals.head(r, tracksOf(snapshot, r)))
                .toList();
    }

    private static List<Track> tracksOf(AppSnapshot snapshot, Release release) {
        return snapshot.tracks().stream()
                .map(Snapshot.OfTrack::track)
                .filter(t -> t.id().release().equals(release.id()))
                .toList();
    }

    private List<Board.SourceState> sources(AppSnapshot snapshot, Instant now) {
        Map<Signal, Boolean> used = new LinkedHashMap<>();
        Stream.concat(
                        snapshot.releases().stream().flatMap(r -> followed(r.row(), r.signals())),
                        snapshot.tracks().stream().flatMap(t -> followed(t.row(), t.signals())))
                .forEach(f -> used.merge(f.signal(), f.used(), Boolean::logicalOr));
        List<Sources.Followed> signals = used.entrySet().stream()
                .map(e -> new Sources.Followed(e.getKey(), e.getValue()))
                .toList();
        return Sources.of(signals, pictures.of(snapshot.train()).policy().bounds(), now);
    }

    /** The signals that are still asked for. What nobody needs any more, such as main's checks after the cut, may grow old. */
    private static Stream<Sources.Followed> followed(Snapshot.Row row, Signals signals) {
        return signals.all().stream()
                .flatMap(s -> row.attention().of(s.key().kind()).stream()
                        .map(pace -> new Sources.Followed(s, pace != Attention.Pace.SLOW)));
    }

    private Optional<Board.Departure> departure(AppSnapshot snapshot, Instant now) {
        TrainPicture picture = pictures.of(snapshot.train());
        return TrainRobot.next(picture.app(), picture.train(), now).map(d -> departure(picture, d));
    }

    static Board.Departure departure(TrainPicture picture, TrainRobot.Departure departure) {
        return new Board.Departure(
                departure.date().toString(),
                departure.at(),
                TrainRobot.version(picture, departure.date()).text());
    }
}
