package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Trial;
import io.signalbox.connectors.sentry.SentrySettings.Project;
import io.signalbox.connectors.sentry.Sessions.Wish;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.signal.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Tries out what Sentry's settings name. */
final class SentryTrials {
    private static final Duration TIME = Duration.ofSeconds(45);

    private final SentrySettings settings;
    private final Api api;
    private final Sessions sessions;

    SentryTrials(SentrySettings settings, Api api, Sessions sessions) {
        this.settings = settings;
        this.api = api;
        this.sessions = sessions;
    }

    List<Trial> tryOut(Instant now) {
        Errand errand = api.outlet().errand(TIME);
        return settings.projects().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> tried(e.getKey(), e.getValue(), errand, now))
                .toList();
    }

    private Trial tried(PlatformKey platform, Project project, Errand errand, Instant now) {
        String what = "read the releases of " + project.slug();
        Wish wish = new Wish(
                List.of(Sessions.SESSIONS),
                List.of(project.slug()),
                List.of(),
                List.of("release", "environment"),
                "24h",
                "1d",
                List.of());
        try {
            return judged(
                    what, platform, project, sessions.ask(errand, wish, now).groups());
        } catch (CallFailed e) {
            return Trial.fails(what, e.failure().message(), remedy(e.failure()));
        } catch (SentryRefused e) {
            return Trial.fails(what, e.failure().message(), remedy(e.failure()));
        }
    }

    private static Trial judged(String what, PlatformKey platform, Project project, List<JsonNode> groups)
            throws CallFailed {
        if (groups.isEmpty()) {
            return Trial.works(what, "it may be read; nobody has used the app in the last day");
        }
        TreeSet<String> environments = new TreeSet<>();
        TreeSet<String> ours = new TreeSet<>();
        for (JsonNode group : groups) {
            String release = Json.text(group.path("by"), "release");
            if (ReleaseName.parse(release)
                    .filter(r -> r.packageName().equals(project.packageName()))
                    .isPresent()) {
                ours.add(release);
                environments.add(Json.text(group.path("by"), "environment"));
            }
        }
        if (ours.isEmpty()) {
            return Trial.fails(
                    what,
                    "none is named %s@version+build; there is %s"
                            .formatted(
                                    project.packageName(),
                                    Json.text(groups.getFirst().path("by"), "release")),
                    "set the package of %s to what stands before the @".formatted(platform));
        }
        return Trial.works(
                what,
                "%d in use in the last day, such as %s; environments: %s"
                        .formatted(ours.size(), ours.last(), String.join(", ", environments)));
    }

    private static String remedy(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> "check organization and project, and give a token with the scopes org:read and event:read";
            case UNREACHABLE -> "check the address, and that this machine can reach it";
            case THROTTLED -> "wait: Sentry's limit is used up";
            case NONSENSE -> "check the project's slug, and that the address is that of a Sentry";
        };
    }
}
