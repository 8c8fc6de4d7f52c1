package io.signalbox.world.log;

/** A simulated system. Each that speaks HTTP is served under its own path prefix on the world's one port. */
public enum Vendor {
    GOOGLE_OAUTH("google-oauth"),
    PLAY("play"),
    /** Google's Play Developer Reporting API. */
    PLAY_VITALS("play-vitals"),
    APPLE("apple"),
    FEED("feed"),
    GIT("git"),
    GITHUB("github"),
    JIRA("jira"),
    SENTRY("sentry");

    private final String prefix;

    Vendor(String prefix) {
        this.prefix = prefix;
    }

    /** The first segment of every path of this vendor, without slashes. */
    public String prefix() {
        return prefix;
    }
}
