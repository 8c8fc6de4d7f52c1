package io.signalbox.connectors.apple;

import io.signalbox.domain.app.DestinationKey;
import java.net.URI;

/**
 * One platform of one app as a destination.
 *
 * @param api where the API is, without a slash at the end
 * @param appId Apple's number of the app, shown as "Apple ID" in App Store Connect
 */
public record AppleSettings(DestinationKey destination, URI api, String appId, Platform platform) {
    public static final URI APPLE = URI.create("https://api.appstoreconnect.apple.com");

    /** Apple's names of its platforms. */
    public enum Platform {
        IOS,
        MAC_OS,
        TV_OS,
        VISION_OS
    }

    public AppleSettings {
        if (!appId.matches("\\d{6,12}")) {
            throw new IllegalArgumentException(
                    "app id \"%s\": use the number that App Store Connect shows as Apple ID".formatted(appId));
        }
    }
}
