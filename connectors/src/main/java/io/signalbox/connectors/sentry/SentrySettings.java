package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.OutletSettings;
import io.signalbox.connectors.http.Reach;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.RingKey;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an app's release health is at Sentry.
 *
 * @param name the connector's, unique within an app
 * @param base {@code https://sentry.io}, the address of a region, or of an own Sentry
 * @param organization its slug
 * @param projects of the platforms that report there; no other is asked about
 * @param environments what the SDK reports as environment in each ring; the ring's own key where none is named
 */
public record SentrySettings(
        String name,
        URI base,
        String organization,
        Map<PlatformKey, Project> projects,
        Map<RingKey, String> environments) {
    public static final URI SENTRY_IO = URI.create("https://sentry.io");

    private static final int CALLS_PER_HOUR = 1_000;

    public SentrySettings {
        base = URI.create(base.toString().replaceFirst("/+$", ""));
        projects = Map.copyOf(projects);
        environments = Map.copyOf(environments);
        if (!organization.matches("[\\w-]{1,64}")) {
            throw new IllegalArgumentException(
                    "organization \"%s\": use its slug, as in the addresses of its pages".formatted(organization));
        }
    }

    /**
     * One platform's project.
     *
     * @param packageName what stands before the {@code @} in the names of its releases: the SDK names them {@code package@version+build}
     */
    public record Project(String slug, String packageName) {
        public Project {
            if (!slug.matches("[\\w-]{1,100}")) {
                throw new IllegalArgumentException(
                        "project \"%s\": use its slug, as in the addresses of its pages".formatted(slug));
            }
            if (!packageName.matches("[\\w.-]{1,200}")) {
                throw new IllegalArgumentException(
                        "package \"%s\": use what stands before the @ in the names of releases".formatted(packageName));
            }
        }
    }

    /** A project for each platform, called {@code app-platform}, whose releases are named by the same; environments as the rings. */
    public static SentrySettings of(String name, URI base, String organization, App app) {
        Map<PlatformKey, Project> projects = new TreeMap<>();
        app.platforms().forEach(platform -> {
            String slug = app.key() + "-" + platform.key();
            projects.put(platform.key(), new Project(slug, slug));
        });
        return new SentrySettings(name, base, organization, projects, Map.of());
    }

    public SentrySettings with(PlatformKey platform, Project project) {
        Map<PlatformKey, Project> more = new TreeMap<>(projects);
        more.put(platform, project);
        return new SentrySettings(name, base, organization, more, environments);
    }

    public SentrySettings with(RingKey ring, String environment) {
        Map<RingKey, String> more = new TreeMap<>(environments);
        more.put(ring, environment);
        return new SentrySettings(name, base, organization, projects, more);
    }

    public OutletSettings outlet(Reach reach) {
        return OutletSettings.of(name, base, reach, CALLS_PER_HOUR);
    }

    String environment(RingKey ring) {
        return environments.getOrDefault(ring, ring.value());
    }
}
