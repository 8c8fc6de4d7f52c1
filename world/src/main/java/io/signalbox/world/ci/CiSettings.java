package io.signalbox.world.ci;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The habits of continuous integration.
 *
 * @param zone where the night is
 * @param nightly when main is built every night
 * @param releaseBranches the branches of which every push is built for all platforms
 * @param queue how long a job waits for a machine
 * @param check how long the check of a push to main takes
 * @param steps how long each step of a build takes
 * @param retryAfter how long after a failure that is tried again the next attempt starts
 */
public record CiSettings(
        ZoneId zone,
        LocalTime nightly,
        Pattern releaseBranches,
        Duration queue,
        Duration check,
        Map<Step, Duration> steps,
        Duration retryAfter) {

    public static CiSettings in(ZoneId zone) {
        Map<Step, Duration> steps = new EnumMap<>(Step.class);
        steps.put(Step.BUILD, Duration.ofMinutes(12));
        steps.put(Step.TEST, Duration.ofMinutes(18));
        steps.put(Step.VERIFY, Duration.ofMinutes(8));
        steps.put(Step.UPLOAD, Duration.ofMinutes(4));
        return new CiSettings(
                zone,
                LocalTime.of(2, 0),
                Pattern.compile("release/.+"),
                Duration.ofSeconds(15),
                Duration.ofMinutes(9),
                steps,
                Duration.ofMinutes(5));
    }

    /** The same habits with another length of one step. */
    public CiSettings taking(Step step, Duration duration) {
        Map<Step, Duration> changed = new EnumMap<>(steps);
        changed.put(step, duration);
        return new CiSettings(zone, nightly, releaseBranches, queue, check, changed, retryAfter);
    }

    Duration length(Step step) {
        return steps.getOrDefault(step, Duration.ofMinutes(10));
    }
}
