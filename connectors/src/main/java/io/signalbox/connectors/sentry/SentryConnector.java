package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.HealthReading.BuildUse;
import io.signalbox.domain.signal.HealthReading.Use;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.Topic;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An app's release health at Sentry. Thread-safe.
 *
 * <p>All tracks and rings are read in one call, which tells every build's sessions since its version's cycle began. Crashes by country are
 * at most a quarter of an hour older, and a reading is as old as the oldest of what is in it but for the people of the last 24 hours: they
 * are counted once an hour.
 */
public final class SentryConnector implements Source {
    private static final Duration READING = Duration.ofSeconds(45);

    private final SentrySettings settings;
    private final Api api;
    private final Sessions sessions;
    private final Details details;

    /**
     * @param outlet opened with {@link SentrySettings#outlet}
     * @param token of an internal integration or a person, with the scopes {@code org:read} and {@code event:read}; asked for at each call
     */
    public SentryConnector(SentrySettings settings, Outlet outlet, Supplier<Secret> token) {
        this.settings = settings;
        this.api = new Api(settings, outlet, token);
        this.sessions = new Sessions(api);
        this.details = new Details(api, sessions);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Set<SignalKind> kinds() {
        return Set.of(SignalKind.HEALTH);
    }

    @Override
    public List<Topic> topics(Interest interest) {
        return Asked.all(interest, settings).stream().map(Asked::topic).toList();
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) {
        List<Asked> asked = Asked.all(interest, settings).stream()
                .filter(a -> topics.contains(a.topic()))
                .toList();
        Errand errand = api.outlet().errand(READING);
        List<Answer> answers = new ArrayList<>();
        for (Batch batch : Batch.of(asked)) {
            answers.addAll(answers(batch, errand, interest.now()));
        }
        return answers;
    }

    private List<Answer> answers(Batch batch, Errand errand, Instant now) {
        try {
            Uses uses = batch.uses(sessions, errand, now);
            Countries countries = details.countries(batch, uses, errand, now);
            People people = details.people(batch, uses, errand, now);
            return batch.asked().stream()
                    .map(a -> answer(a, uses, countries, people))
                    .toList();
        } catch (CallFailed e) {
            return failed(batch, e.failure());
        } catch (SentryRefused e) {
            return failed(batch, e.failure());
        }
    }

    private static List<Answer> failed(Batch batch, Failure failure) {
        return batch.asked().stream()
                .<Answer>map(a -> new Answer.Failed(a.topic(), failure))
                .toList();
    }

    private Answer answer(Asked asked, Uses uses, Countries countries, People people) {
        List<BuildUse> builds = uses.builds(asked);
        Use total = new Use(
                builds.stream().mapToLong(b -> b.use().sessions()).sum(),
                builds.stream().mapToLong(b -> b.use().crashed()).sum());
        HealthReading reading = new HealthReading(
                uses.start(),
                uses.asOf(),
                total,
                builds,
                countries.of(asked),
                builds.isEmpty() ? Optional.of(0L) : people.of(asked));
        boolean olderPart =
                asked.countries() && total.crashed() > 0 && countries.asOf().isBefore(uses.asOf());
        return new Answer.Said(
                asked.topic(), reading, olderPart ? countries.asOf() : uses.asOf(), Optional.of(page(asked)));
    }

    /** Sentry's own page about it. */
    private URI page(Asked asked) {
        String query = URLEncoder.encode("release.version:" + asked.version(), StandardCharsets.UTF_8);
        String environment = URLEncoder.encode(asked.environment(), StandardCharsets.UTF_8);
        return URI.create("%s/organizations/%s/releases/?environment=%s&query=%s"
                .formatted(settings.base(), settings.organization(), environment, query));
    }

    /** Tries each project out: may it be read, and are its releases named as the settings say. */
    public List<Trial> tryOut(Instant now) {
        return new SentryTrials(settings, api, sessions).tryOut(now);
    }
}
