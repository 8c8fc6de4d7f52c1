package io.signalbox.world.apple;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that App Store Connect knows of an app. Immutable; every change makes a new one.
 *
 * @param ids counts the resources, so that ids are the same in every run
 */
record AppState(
        String id,
        String bundleId,
        String name,
        long ids,
        Map<String, Build> builds,
        Map<String, Version> versions,
        Map<String, Localization> localizations,
        Map<String, Phased> phased,
        Map<String, Submission> submissions) {

    static AppState create(String id, String bundleId, String name) {
        return new AppState(id, bundleId, name, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** The id that {@link #counted} uses up. */
    String nextId() {
        String seed = id + " resource " + ids;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    AppState counted() {
        return new AppState(id, bundleId, name, ids + 1, builds, versions, localizations, phased, submissions);
    }

    AppState with(Build build) {
        return new AppState(
                id, bundleId, name, ids, put(builds, build.id(), build), versions, localizations, phased, submissions);
    }

    AppState with(Version version) {
        return new AppState(
                id,
                bundleId,
                name,
                ids,
                builds,
                put(versions, version.id(), version),
                localizations,
                phased,
                submissions);
    }

    AppState with(Localization text) {
        return new AppState(
                id, bundleId, name, ids, builds, versions, put(localizations, text.id(), text), phased, submissions);
    }

    AppState with(Phased release) {
        return new AppState(
                id,
                bundleId,
                name,
                ids,
                builds,
                versions,
                localizations,
                put(phased, release.id(), release),
                submissions);
    }

    AppState with(Submission submission) {
        return new AppState(
                id,
                bundleId,
                name,
                ids,
                builds,
                versions,
                localizations,
                phased,
                put(submissions, submission.id(), submission));
    }

    AppState withoutPhased(String phasedId) {
        Map<String, Phased> fewer = new LinkedHashMap<>(phased);
        fewer.remove(phasedId);
        return new AppState(id, bundleId, name, ids, builds, versions, localizations, fewer, submissions);
    }

    Optional<Phased> phasedOf(String version) {
        return phased.values().stream()
                .filter(release -> release.version().equals(version))
                .findFirst();
    }

    Stream<Localization> localizationsOf(String version) {
        return localizations.values().stream().filter(text -> text.version().equals(version));
    }

    Optional<Submission> openSubmission() {
        return submissions.values().stream().filter(Submission::open).findFirst();
    }

    /** The newest version that is or was live. */
    Optional<Version> newestReleased() {
        return versions.values().stream()
                .filter(version -> version.state().released())
                .max(Comparator.comparing(Version::text, Version::compare));
    }

    /** The build number of a version, or empty text. */
    String buildNumber(Version version) {
        return version.build().map(builds::get).map(Build::number).orElse("");
    }

    private static <T> Map<String, T> put(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }
}
