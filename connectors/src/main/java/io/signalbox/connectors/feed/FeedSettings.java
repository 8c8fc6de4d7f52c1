package io.signalbox.connectors.feed;

import io.signalbox.domain.app.DestinationKey;
import java.net.URI;

/**
 * One channel file of a feed as a destination.
 *
 * @param folder where channel file and built files are served and written, such as {@code https://updates.example.com/player}
 * @param channelFile {@code latest.yml} for Windows, {@code latest-mac.yml}, {@code latest-linux.yml}, or that of another channel
 * @param file how built files are named in the folder, such as {@code player-desktop-linux-{version}-{build}.AppImage}
 */
public record FeedSettings(DestinationKey destination, URI folder, String channelFile, FileName file) {
    public static final String WINDOWS = "latest.yml";
    public static final String MAC = "latest-mac.yml";
    public static final String LINUX = "latest-linux.yml";

    public FeedSettings {
        if (!channelFile.matches("[\\w.-]{1,100}\\.yml")) {
            throw new IllegalArgumentException(
                    "channel file \"%s\": use its name, such as latest-linux.yml".formatted(channelFile));
        }
        if (folder.getRawQuery() != null || folder.getRawFragment() != null || folder.getRawPath() == null) {
            throw new IllegalArgumentException(
                    "folder %s: use an address without query and fragment".formatted(folder));
        }
    }

    URI channel() {
        return at(channelFile);
    }

    URI at(String file) {
        String base = folder.toString();
        return URI.create(base.endsWith("/") ? base + file : base + "/" + file);
    }
}
