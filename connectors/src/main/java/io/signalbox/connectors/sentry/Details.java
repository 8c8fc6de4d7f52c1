package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What cannot be had in the same call as the sessions: where it crashes, and how many people it has. Asked for less often, and sooner if
 * something new has come up. Thread-safe.
 */
final class Details {
    private static final Duration COUNTRIES_FOR = Duration.ofMinutes(15);
    private static final Duration PEOPLE_FOR = Duration.ofHours(1);

    private final Api api;
    private final Sessions sessions;
    private final Map<List<String>, Kept<Where>> countries = new ConcurrentHashMap<>();
    private final Map<List<String>, Kept<People>> people = new ConcurrentHashMap<>();

    private record Where(Set<String> releases, Countries countries) {}

    Details(Api api, Sessions sessions) {
        this.api = api;
        this.sessions = sessions;
    }

    /** Of the builds that have crashed at all, in the rings in which the process asks. */
    Countries countries(Batch batch, Uses uses, Errand errand, Instant now) throws CallFailed, SentryRefused {
        List<Asked> asking = batch.asked().stream().filter(Asked::countries).toList();
        Set<String> releases = asking.stream()
                .flatMap(a -> uses.of(a).stream())
                .filter(c -> c.use().crashed() > 0)
                .map(c -> c.release().toString())
                .collect(Collectors.toUnmodifiableSet());
        if (releases.isEmpty()) {
            return Countries.NONE;
        }
        Optional<Kept<Where>> kept = Optional.ofNullable(countries.get(batch.projects()))
                .filter(k -> k.isYoungerThan(COUNTRIES_FOR, now))
                .filter(k -> k.value().releases.containsAll(releases));
        if (kept.isPresent()) {
            return kept.get().value().countries;
        }
        Batch part = new Batch(asking);
        Countries fresh = Countries.ask(
                api,
                errand,
                part.projects(),
                part.environments(),
                releases.stream().sorted().toList(),
                now);
        countries.put(batch.projects(), new Kept<>(new Where(releases, fresh), now));
        return fresh;
    }

    /** Of all that is in use. The number is of a whole day, so one of an hour ago is as good. */
    People people(Batch batch, Uses uses, Errand errand, Instant now) throws CallFailed, SentryRefused {
        List<Asked> used =
                batch.asked().stream().filter(a -> !uses.of(a).isEmpty()).toList();
        if (used.isEmpty()) {
            return People.NONE;
        }
        Optional<Kept<People>> kept = Optional.ofNullable(people.get(batch.projects()))
                .filter(k -> k.isYoungerThan(PEOPLE_FOR, now))
                .filter(k -> used.stream().allMatch(k.value()::covers));
        if (kept.isPresent()) {
            return kept.get().value();
        }
        People fresh = People.ask(sessions, errand, used, new Batch(used).wish(now), now);
        people.put(batch.projects(), new Kept<>(fresh, now));
        return fresh;
    }
}
