package io.signalbox.world.apple;

import io.signalbox.world.apple.Resource.Related;
import io.signalbox.world.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The resources of one app, as the API shows them.
 *
 * @param now the instant as of which they are shown
 */
record Resources(AppState state, Instant now) {
    private static final Duration TESTFLIGHT_LIFE = Duration.ofDays(90);

    Resource app() {
        ObjectNode attributes = Json.object()
                .put("name", state.name())
                .put("bundleId", state.bundleId())
                .put("sku", state.bundleId())
                .put("primaryLocale", "en-US");
        return new Resource("apps", state.id(), attributes, Map.of());
    }

    Resource build(Build build) {
        ObjectNode attributes = Json.object()
                .put("version", build.number())
                .put("uploadedDate", Json.utc(build.uploaded()))
                .put("expirationDate", Json.utc(build.uploaded().plus(TESTFLIGHT_LIFE)))
                .put("expired", expired(build))
                .put("minOsVersion", "16.0")
                .put("processingState", build.state().name())
                .put("buildAudienceType", "APP_STORE_ELIGIBLE")
                .put("usesNonExemptEncryption", false);
        return new Resource(
                "builds",
                build.id(),
                attributes,
                Map.of(
                        "app", Related.one(() -> List.of(app())),
                        "preReleaseVersion", Related.one(() -> List.of(preRelease(build.version()))),
                        "appStoreVersion",
                                Related.one(() -> versions()
                                        .filter(version -> version.build().equals(Optional.of(build.id())))
                                        .map(this::version)
                                        .toList())));
    }

    boolean expired(Build build) {
        return !now.isBefore(build.uploaded().plus(TESTFLIGHT_LIFE));
    }

    private Resource preRelease(String version) {
        String seed = state.id() + " preReleaseVersion " + version;
        String id =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        ObjectNode attributes = Json.object().put("version", version).put("platform", "IOS");
        return new Resource("preReleaseVersions", id, attributes, Map.of());
    }

    Resource version(Version version) {
        ObjectNode attributes = Json.object()
                .put("platform", "IOS")
                .put("versionString", version.text())
                .put("appStoreState", version.state().old())
                .put("appVersionState", version.state().name())
                .put("copyright", version.copyright().isEmpty() ? null : version.copyright())
                .put("reviewType", "APP_STORE")
                .put("releaseType", version.releaseType().name())
                .put("earliestReleaseDate", version.earliest().map(Json::utc).orElse(null))
                .putNull("usesIdfa")
                .put("downloadable", true)
                .put("createdDate", Json.utc(version.created()));
        return new Resource(
                "appStoreVersions",
                version.id(),
                attributes,
                Map.of(
                        "app", Related.oneWithoutLink(() -> List.of(app())),
                        "build",
                                Related.one(() -> version.build().flatMap(this::findBuild).stream()
                                        .toList()),
                        "appStoreVersionLocalizations", Related.many(() -> localizations(version)),
                        "appStoreVersionPhasedRelease",
                                Related.one(() -> state.phasedOf(version.id()).map(this::phased).stream()
                                        .toList()),
                        "appStoreVersionSubmission",
                                Related.one(() -> submissionOf(version).stream().toList())));
    }

    Optional<Resource> findBuild(String id) {
        return Optional.ofNullable(state.builds().get(id)).map(this::build);
    }

    List<Resource> localizations(Version version) {
        return state.localizationsOf(version.id()).map(this::localization).toList();
    }

    /** The old kind of submission, by which an approved version can still be declined. */
    Optional<Resource> submissionOf(Version version) {
        boolean declinable = version.state() == VersionState.PENDING_DEVELOPER_RELEASE
                || version.state() == VersionState.PENDING_APPLE_RELEASE;
        return declinable
                ? Optional.of(new Resource("appStoreVersionSubmissions", version.id(), Json.object(), Map.of()))
                : Optional.empty();
    }

    Resource localization(Localization text) {
        ObjectNode attributes = Json.object().put("locale", text.locale());
        Stream.of("description", "keywords", "marketingUrl", "promotionalText", "supportUrl", Localization.WHATS_NEW)
                .forEach(name -> attributes.put(name, text.texts().get(name)));
        return new Resource("appStoreVersionLocalizations", text.id(), attributes, Map.of());
    }

    Resource phased(Phased phased) {
        ObjectNode attributes = Json.object()
                .put("phasedReleaseState", phased.state().name())
                .put("startDate", phased.start().map(Json::utc).orElse(null))
                .put("totalPauseDuration", phased.pausedUntil(now).toDays())
                .put("currentDayNumber", phased.day());
        return new Resource("appStoreVersionPhasedReleases", phased.id(), attributes, Map.of());
    }

    Resource submission(Submission submission) {
        ObjectNode attributes = Json.object()
                .put("platform", "IOS")
                .put("submittedDate", submission.submitted().map(Json::utc).orElse(null))
                .put("state", submission.state().name());
        return new Resource(
                "reviewSubmissions",
                submission.id(),
                attributes,
                Map.of(
                        "app", Related.oneWithoutLink(() -> List.of(app())),
                        "items", Related.many(() -> items(submission)),
                        "appStoreVersionForReview",
                                Related.oneWithoutLink(() -> submission.versions().stream()
                                        .flatMap(this::findVersion)
                                        .toList())));
    }

    List<Resource> items(Submission submission) {
        return submission.items().stream().map(this::item).toList();
    }

    Resource item(Submission.Item item) {
        return new Resource(
                "reviewSubmissionItems",
                item.id(),
                Json.object().put("state", item.state().name()),
                Map.of(
                        "appStoreVersion",
                        Related.oneWithoutLink(() -> findVersion(item.version()).toList())));
    }

    private Stream<Resource> findVersion(String id) {
        return versions().filter(version -> version.id().equals(id)).map(this::version);
    }

    private Stream<Version> versions() {
        return state.versions().values().stream();
    }
}
