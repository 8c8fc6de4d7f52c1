package io.signalbox.world;

/**
 * An app as the vendors know it when the world opens: one version is live everywhere, main works towards another.
 *
 * @param key the name of its repository, its feed folder and its Sentry projects
 * @param playPackage the package name at Google Play
 * @param bundleId the bundle id at the App Store
 * @param appleId the App Store's id of the app
 * @param live the version that all users have at the start
 * @param next the version in main's version file at the start
 */
public record WorldApp(String key, String playPackage, String bundleId, String appleId, String live, String next) {

    /** A player with usual names. */
    public static WorldApp player(String live, String next) {
        return new WorldApp("player", "com.example.player", "com.example.player", "1500000001", live, next);
    }
}
