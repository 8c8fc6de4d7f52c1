package io.signalbox.world.apple;

import io.signalbox.world.apple.AppleRefusal.Problem;
import io.signalbox.world.apple.AppleRefusal.Source;
import io.signalbox.world.apple.Version.ReleaseType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a developer does to a version before it is submitted: pure functions that refuse what Apple refuses. */
final class Preparing {
    private static final int MAX_WHATS_NEW = 4000;

    private Preparing() {}

    /** A new version; it takes over the languages of the last one, without its notes. */
    static AppState create(
            AppState app,
            String text,
            ReleaseType releaseType,
            Optional<Instant> earliest,
            String copyright,
            Instant now) {
        checkCreate(app, text);
        String id = app.nextId();
        Version version = new Version(
                id,
                text,
                VersionState.PREPARE_FOR_SUBMISSION,
                now,
                releaseType,
                earliest,
                copyright,
                now,
                Optional.empty());
        AppState next = app.counted().with(version);
        Optional<Version> last = app.newestReleased();
        List<String> locales = last.map(before -> app.localizationsOf(before.id())
                        .map(Localization::locale)
                        .toList())
                .orElse(List.of("en-US"));
        for (String locale : locales) {
            next = next.with(new Localization(next.nextId(), id, locale, Map.of()))
                    .counted();
        }
        return next;
    }

    private static void checkCreate(AppState app, String text) {
        boolean taken = app.versions().values().stream()
                .anyMatch(version -> version.text().equals(text));
        boolean unfinished = app.versions().values().stream()
                .anyMatch(version -> !version.state().released());
        Problem duplicate = new Problem(
                409,
                "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE",
                "The provided entity includes an attribute with a value that has already been used",
                "The attribute value has already been used.",
                Optional.of(new Source("pointer", "/data/attributes/versionString")),
                Map.of());
        if (unfinished) {
            // Apple names the state of the app first, also where the version itself is a duplicate.
            Problem state = AppleRefusal.badRelationship(
                            "app", "You cannot create a new version of the App in the current state.")
                    .problems()
                    .getFirst();
            throw new AppleRefusal(taken ? List.of(state, duplicate) : List.of(state));
        }
        if (taken) {
            throw new AppleRefusal(List.of(duplicate));
        }
        checkVersionText(app, text);
    }

    private static void checkVersionText(AppState app, String text) {
        if (!text.matches("\\d+(\\.\\d+){0,2}")) {
            throw AppleRefusal.badAttribute(
                    ".INVALID_VALUE", "versionString", "The version must be one to three integers with dots.");
        }
        app.newestReleased()
                .filter(live -> Version.compare(text, live.text()) <= 0)
                .ifPresent(live -> {
                    throw AppleRefusal.badAttribute(
                            ".INVALID_VALUE",
                            "versionString",
                            "The version number must be higher than " + live.text() + ", which has been released.");
                });
    }

    /** Changes a version's own attributes; absent ones stay. */
    static AppState update(
            AppState app,
            Version version,
            Optional<String> text,
            Optional<ReleaseType> releaseType,
            Optional<Instant> earliest,
            Optional<String> copyright) {
        requireEditable(version);
        text.filter(other -> !other.equals(version.text())).ifPresent(other -> checkVersionText(app, other));
        return app.with(version.released(releaseType.orElse(version.releaseType()), earliest.or(version::earliest))
                .named(text.orElse(version.text()), copyright.orElse(version.copyright())));
    }

    /** Chooses the version's build, or takes it away. */
    static AppState choose(AppState app, Version version, Optional<String> build) {
        requireEditable(version);
        build.ifPresent(id -> {
            Build chosen = app.builds().get(id);
            if (chosen == null
                    || chosen.state() != Build.State.VALID
                    || !chosen.version().equals(version.text())) {
                throw AppleRefusal.badRelationship("build", "The specified pre-release build could not be added.");
            }
        });
        return app.with(version.built(build));
    }

    static AppState localize(AppState app, Version version, String locale, Map<String, String> texts) {
        requireEditable(version);
        if (app.localizationsOf(version.id()).anyMatch(text -> text.locale().equals(locale))) {
            throw AppleRefusal.badAttribute(
                    ".DUPLICATE", "locale", "The language '" + locale + "' is already there for this version.");
        }
        checkTexts(app, texts);
        return app.with(new Localization(app.nextId(), version.id(), locale, texts))
                .counted();
    }

    static AppState reword(AppState app, Localization text, Map<String, String> texts) {
        Version version = app.versions().get(text.version());
        if (version == null) {
            throw AppleRefusal.notFound("appStoreVersions", text.version());
        }
        requireEditable(version);
        checkTexts(app, texts);
        return app.with(text.with(texts));
    }

    private static void checkTexts(AppState app, Map<String, String> texts) {
        String notes = texts.getOrDefault(Localization.WHATS_NEW, "");
        if (notes.length() > MAX_WHATS_NEW) {
            throw AppleRefusal.badAttribute(
                    ".TOO_LONG", "whatsNew", "The text may have " + MAX_WHATS_NEW + " characters at most.");
        }
        if (!notes.isEmpty() && app.newestReleased().isEmpty()) {
            throw AppleRefusal.state("Attribute 'whatsNew' cannot be edited at this time");
        }
    }

    private static void requireEditable(Version version) {
        if (!version.state().editable()) {
            throw AppleRefusal.state(
                    "The version " + version.text() + " cannot be edited in the state " + version.state() + ".");
        }
    }
}
