package io.signalbox.connectors.play;

import io.signalbox.domain.app.DestinationKey;

/**
 * One track of one app as a destination.
 *
 * @param track {@code production}, {@code beta}, {@code alpha}, or a name of your own
 * @param managedPublishing whether the app is set to managed publishing: what is approved waits for a person in the Play Console
 * @param haltsAtEveryone whether a release that is out to everyone may be halted: Google allows it since 2025 where an older full
 *     release is there, never on the internal track. {@code connect test} tells what Google says to it.
 */
public record PlaySettings(
        DestinationKey destination,
        String packageName,
        String track,
        boolean managedPublishing,
        boolean haltsAtEveryone) {
    public static final String PRODUCTION = "production";
    public static final String INTERNAL = "internal";

    public PlaySettings {
        if (!packageName.matches("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+")) {
            throw new IllegalArgumentException(
                    "package \"%s\": use the application id, such as com.example.player".formatted(packageName));
        }
        if (!track.matches("[\\w:. -]{1,50}")) {
            throw new IllegalArgumentException("track \"%s\": use its name as in the Play Console".formatted(track));
        }
    }

    public static PlaySettings production(DestinationKey destination, String packageName) {
        return new PlaySettings(destination, packageName, PRODUCTION, false, true);
    }
}
