package io.signalbox.world.git;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The file in which a code base keeps its version and the numbers from which its builds count.
 *
 * @param android the base of Android's version codes; the first build takes the next number
 * @param ios the base of iOS build numbers
 * @param desktop the base of desktop build numbers
 */
public record VersionFile(String version, long android, long ios, long desktop) {
    public static final String PATH = "version.properties";

    /** The habitual numbers of a version such as 8.9.2: 80902000, on every platform. */
    public static VersionFile of(String version) {
        String[] parts = version.split("\\.");
        long base = 0;
        for (int i = 0; i < 3; i++) {
            base = base * 100 + (i < parts.length ? Long.parseLong(parts[i]) : 0);
        }
        return new VersionFile(version, base * 1000, base * 1000, base * 1000);
    }

    /** @throws NumberFormatException if a number is missing or none */
    public static VersionFile parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VersionFile(
                properties.getProperty("version", ""),
                Long.parseLong(properties.getProperty("android.versionCode", "").trim()),
                Long.parseLong(properties.getProperty("ios.build", "").trim()),
                Long.parseLong(properties.getProperty("desktop.build", "").trim()));
    }

    public String text() {
        return "version=" + version + "\nandroid.versionCode=" + android + "\nios.build=" + ios + "\ndesktop.build="
                + desktop + "\n";
    }
}
