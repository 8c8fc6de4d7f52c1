package io.signalbox.storage.embedded;

import java.util.Locale;

/** The system that runs us, in the words of the binary jars: linux, darwin or windows; x86_64 or arm_64. */
record Platform(String os, String arch) {

    static Platform here() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        return new Platform(
                os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : os,
                switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                });
    }

    boolean isWindows() {
        return os.equals("windows");
    }

    String archive() {
        return "postgres-" + this + ".txz";
    }

    String tool(String name) {
        return isWindows() ? name + ".exe" : name;
    }

    @Override
    public String toString() {
        return os + "-" + arch;
    }
}
