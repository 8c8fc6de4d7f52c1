package io.signalbox.world.users;

import java.time.Instant;
import java.util.Optional;

/**
 * How often sessions crash, on top of whatever else makes them crash.
 *
 * @param project such as {@code player-android}
 * @param version only in builds of this version
 * @param build only in the build of this number
 * @param country only there, by its code
 * @param from from this instant on, though never before the rate is planned: what has been reported stays
 * @param until up to this instant
 * @param perSession from 0 to 1
 */
public record CrashRate(
        String project,
        Optional<String> version,
        Optional<String> build,
        Optional<String> country,
        Instant from,
        Instant until,
        double perSession) {

    /** For all builds of a project, everywhere and for ever. */
    public static CrashRate of(String project, double perSession) {
        return new CrashRate(
                project, Optional.empty(), Optional.empty(), Optional.empty(), Instant.MIN, Instant.MAX, perSession);
    }

    public CrashRate inVersion(String only) {
        return new CrashRate(project, Optional.of(only), build, country, from, until, perSession);
    }

    public CrashRate inBuild(String only) {
        return new CrashRate(project, version, Optional.of(only), country, from, until, perSession);
    }

    public CrashRate inCountry(String only) {
        return new CrashRate(project, version, build, Optional.of(only), from, until, perSession);
    }

    public CrashRate between(Instant first, Instant end) {
        return new CrashRate(project, version, build, country, first, end, perSession);
    }

    boolean hits(String ofProject, Build installed, String where) {
        return project.equals(ofProject)
                && version.map(installed.version()::equals).orElse(true)
                && build.map(installed.number()::equals).orElse(true)
                && country.map(where::equals).orElse(true);
    }
}
