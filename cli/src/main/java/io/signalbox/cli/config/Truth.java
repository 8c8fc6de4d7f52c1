package io.signalbox.cli.config;

/** Reads {@code true} and {@code false}, and nothing else. */
final class Truth {
    private Truth() {}

    static boolean of(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("write true or false");
        };
    }
}
