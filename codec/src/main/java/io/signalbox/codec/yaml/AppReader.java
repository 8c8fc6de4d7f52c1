package io.signalbox.codec.yaml;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.PathPrefix;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.app.Team;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.calendar.Schedule;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an app. */
public final class AppReader {
    /** The key that names the app's policy; its reader is another. */
    public static final String POLICY = "policy";

    private final ConnectorKinds kinds;

    public AppReader(ConnectorKinds kinds) {
        this.kinds = kinds;
    }

    /** Reads what stands below {@code apps.KEY}. */
    public Optional<App> read(String key, YamlNode node) {
        YamlMap map = node.map();
        Optional<AppKey> appKey = PolicyReader.key(node, key, AppKey::new);
        String name = map.text("name", key);
        ZoneId zone = map.optional("zone").flatMap(YamlNode::zone).orElse(ZoneOffset.UTC);
        List<Repository> repositories = repositories(map.map("repositories"));
        List<Platform> platforms = platforms(map.map("platforms"), repositories);
        List<String> written = List.copyOf(map.map("platforms").named().keySet());
        List<Team> teams = teams(map.map("teams"), platforms, written);
        Optional<Schedule> schedule = map.optional("train").flatMap(n -> schedule(n, zone));
        YamlMap version = map.map("version");
        VersionScheme scheme =
                version.optional("next").flatMap(AppReader::scheme).orElse(new VersionScheme.Raise(1));
        NumberScheme numbers =
                version.optional("numbers").flatMap(AppReader::numbers).orElse(NumberScheme.standard());
        sharedBranches(repositories, scheme, map);
        Optional<Version> newest = version.as("before", "a version such as 8.9.1", Version::new);
        version.done();
        sources(map.map("sources"));
        map.optional(POLICY);
        map.done();
        if (appKey.isEmpty() || newest.isEmpty() || !map.faults().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new App(
                appKey.get(), name, zone, schedule, scheme, numbers, newest.get(), repositories, platforms, teams));
    }

    private List<Repository> repositories(YamlMap map) {
        List<Repository> repositories = new ArrayList<>();
        map.named().forEach((key, node) -> {
            YamlMap own = node.map();
            String main = own.text("main", "main");
            String branches = own.text("branches", "release/{version}");
            String tags = own.text("tags", "v{version}");
            boolean versionFile = own.optional("version-file").isPresent();
            kinds.repository(new Section("git", key, node, own));
            PolicyReader.key(node, key, RepositoryKey::new).ifPresent(k -> {
                try {
                    repositories.add(new Repository(k, main, branches, tags, versionFile));
                } catch (IllegalArgumentException e) {
                    node.fault(e);
                }
            });
        });
        if (map.named().isEmpty()) {
            map.fault("an app has at least one repository");
        }
        return repositories;
    }

    /** A branch is cut once: what shares it with the version before cannot be cut. */
    private static void sharedBranches(List<Repository> repositories, VersionScheme scheme, YamlMap map) {
        boolean raisesLine = scheme instanceof VersionScheme.Raise(int part) && part <= 1;
        repositories.stream()
                .filter(r -> !r.branchOfItsOwn() && !raisesLine)
                .forEach(r -> map.fault(
                        "the branches of %s are called after {major} and {minor}: that needs \"next: minor\" or \"next: major\""
                                .formatted(r.key())));
    }

    private List<Platform> platforms(YamlMap map, List<Repository> repositories) {
        List<Platform> platforms = new ArrayList<>();
        map.named().forEach((key, node) -> {
            YamlMap own = node.map();
            String name = own.text("name", key);
            Optional<RepositoryKey> repository = repository(own, repositories);
            List<Destination> destinations = destinations(own.map("destinations"), key);
            Optional<NumberScheme> numbers = own.optional("numbers").flatMap(AppReader::numbers);
            own.done();
            PolicyReader.key(node, key, PlatformKey::new)
                    .ifPresent(k ->
                            repository.ifPresent(r -> platforms.add(new Platform(k, name, r, destinations, numbers))));
        });
        return platforms;
    }

    /** Names its repository, or has the only one there is. */
    private static Optional<RepositoryKey> repository(YamlMap own, List<Repository> repositories) {
        Optional<YamlNode> named = own.optional("repository");
        if (named.isPresent()) {
            return named.get().oneOf(repositories, r -> r.key().value()).map(Repository::key);
        }
        if (repositories.size() != 1) {
            if (!repositories.isEmpty()) {
                own.fault("\"repository\" is missing: the app has more than one");
            }
            return Optional.empty();
        }
        return Optional.of(repositories.getFirst().key());
    }

    private List<Destination> destinations(YamlMap map, String platform) {
        List<Destination> destinations = new ArrayList<>();
        map.named().forEach((key, node) -> {
            YamlMap own = node.map();
            Optional<String> kind = own.required("kind").flatMap(n -> n.oneOf(kinds.destinations(), k -> k));
            String name = own.text("name", key);
            String slot = own.text("artifact", platform);
            Optional<Capabilities> capabilities = kind.flatMap(k -> kinds.destination(new Section(k, key, node, own)));
            Optional<DestinationKey> destination = PolicyReader.key(node, key, DestinationKey::new);
            Optional<ArtifactSlot> artifact = PolicyReader.key(node, slot, ArtifactSlot::new);
            if (destination.isPresent() && capabilities.isPresent() && artifact.isPresent()) {
                destinations.add(new Destination(destination.get(), name, capabilities.get(), artifact.get()));
            }
        });
        return destinations;
    }

    /** @param written the names of all platforms; one with a fault of its own is not unknown for that */
    private static List<Team> teams(YamlMap map, List<Platform> platforms, List<String> written) {
        List<Team> teams = new ArrayList<>();
        map.named().forEach((key, node) -> {
            YamlMap own = node.map();
            String name = own.text("name", key);
            List<YamlNode> named = own.list("platforms");
            Set<PlatformKey> signsFor = named.isEmpty()
                    ? platforms.stream().map(Platform::key).collect(Collectors.toSet())
                    : named.stream()
                            .map(n -> n.oneOf(written, w -> w))
                            .flatMap(Optional::stream)
                            .flatMap(w -> platforms.stream()
                                    .map(Platform::key)
                                    .filter(p -> p.value().equals(w)))
                            .collect(Collectors.toSet());
            List<PathPrefix> paths = own.list("paths").stream()
                    .map(n -> n.as("a path in the repository", PathPrefix::new))
                    .flatMap(Optional::stream)
                    .toList();
            own.done();
            PolicyReader.key(node, key, TeamKey::new).ifPresent(k -> teams.add(new Team(k, name, signsFor, paths)));
        });
        return teams;
    }

    private static Optional<Schedule> schedule(YamlNode node, ZoneId appZone) {
        YamlMap map = node.map();
        Optional<DayOfWeek> day = map.required("on").flatMap(n -> n.oneOf(DayOfWeek.class));
        Optional<LocalTime> at = map.as("at", "a time such as \"09:00\"", Scalars::time);
        ZoneId zone = map.optional("zone").flatMap(YamlNode::zone).orElse(appZone);
        int weeks = map.as("every-weeks", "a whole number of weeks", Integer::valueOf, 1);
        Optional<LocalDate> first =
                map.optional("first").flatMap(n -> n.as("a date such as 2024-09-20", LocalDate::parse));
        map.done();
        if (first.isEmpty() && weeks > 1) {
            node.fault(
                    "\"first\" is missing: a train that does not leave every week needs the date of its first cycle");
        }
        if (day.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        try {
            Schedule weekly = Schedule.weekly(day.get(), at.get(), zone);
            return Optional.of(new Schedule(day.get(), at.get(), zone, weeks, first.orElse(weekly.first())));
        } catch (IllegalArgumentException e) {
            node.fault(e);
            return Optional.empty();
        }
    }

    private static Optional<VersionScheme> scheme(YamlNode node) {
        List<String> names = List.of("major", "minor", "patch", "year-month");
        return node.oneOf(names, n -> n)
                .map(name -> name.equals("year-month")
                        ? new VersionScheme.YearMonth()
                        : new VersionScheme.Raise(names.indexOf(name)));
    }

    private static Optional<NumberScheme> numbers(YamlNode node) {
        YamlMap map = node.map();
        List<Long> weights = map.list("weights").stream()
                .map(n -> n.as("a whole number", Long::valueOf))
                .flatMap(Optional::stream)
                .toList();
        Optional<Integer> room = map.as("room", "a whole number", Integer::valueOf);
        map.done();
        try {
            return room.map(r -> new NumberScheme(weights, r));
        } catch (IllegalArgumentException e) {
            node.fault(e);
            return Optional.empty();
        }
    }

    private void sources(YamlMap map) {
        map.named().forEach((name, node) -> {
            YamlMap own = node.map();
            own.required("kind")
                    .flatMap(n -> n.oneOf(kinds.sources(), k -> k))
                    .ifPresent(kind -> kinds.source(new Section(kind, name, node, own)));
        });
    }
}
