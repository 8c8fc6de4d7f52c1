package io.signalbox.domain.app;

import io.signalbox.domain.calendar.Schedule;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A product that ships on one or more platforms, as its owners configured it.
 *
 * @param schedule when its train leaves; empty for an app without a train
 * @param numbers the scheme of build numbers of each platform that has none of its own
 * @param before the newest version before the first cycle; later ones follow from the releases themselves
 */
public record App(
        AppKey key,
        String name,
        ZoneId zone,
        Optional<Schedule> schedule,
        VersionScheme versions,
        NumberScheme numbers,
        Version before,
        List<Repository> repositories,
        List<Platform> platforms,
        List<Team> teams) {
    public App {
        repositories = List.copyOf(repositories);
        platforms = List.copyOf(platforms);
        teams = List.copyOf(teams);
        for (Platform platform : platforms) {
            if (repositories.stream().noneMatch(r -> r.key().equals(platform.repository()))) {
                throw new IllegalArgumentException("platform %s is built from repository %s, which app %s does not have"
                        .formatted(platform.key(), platform.repository(), key));
            }
        }
    }

    /** @throws IllegalArgumentException if the app has no such platform */
    public Platform platform(PlatformKey key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("app %s has no platform %s".formatted(this.key, key)));
    }

    /** Empty for a platform that is not configured, or not any more. */
    public Optional<Platform> find(PlatformKey key) {
        return platforms.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException if the app has no such repository */
    public Repository repository(RepositoryKey key) {
        return repositories.stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("app %s has no repository %s".formatted(this.key, key)));
    }

    /** The scheme of a platform's build numbers: its own, or the app's. */
    public NumberScheme numbers(PlatformKey platform) {
        return find(platform).flatMap(Platform::numbers).orElse(numbers);
    }

    /** The scheme that all platforms built from this repository share; the app's, if they have several. */
    public NumberScheme numbers(RepositoryKey repository) {
        List<NumberScheme> schemes = platforms.stream()
                .filter(p -> p.repository().equals(repository))
                .map(p -> p.numbers().orElse(numbers))
                .distinct()
                .toList();
        return schemes.size() == 1 ? schemes.getFirst() : numbers;
    }

    /** The teams that sign off this platform. */
    public List<Team> teamsOf(PlatformKey platform) {
        return teams.stream().filter(t -> t.platforms().contains(platform)).toList();
    }
}
