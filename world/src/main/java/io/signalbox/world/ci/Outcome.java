package io.signalbox.world.ci;

import java.util.function.Predicate;

/**
 * How jobs of one name are to go, while the plan stands.
 *
 * @param job such as {@code test / ios}
 * @param when for which of them
 */
public record Outcome(String job, Predicate<At> when, How how) {

    /** What happens to the job. */
    public enum How {
        /** It fails once and passes when it is tried again. */
        FAIL_ONCE,
        /** It fails, and again for every commit for which the condition holds. */
        FAIL,
        /** It never ends by itself. */
        STICK
    }

    /** Where a job runs. */
    public record At(String branch, String sha) {}

    public static Outcome failOnce(String job) {
        return new Outcome(job, at -> true, How.FAIL_ONCE);
    }

    public static Outcome fail(String job) {
        return new Outcome(job, at -> true, How.FAIL);
    }

    public static Outcome stick(String job) {
        return new Outcome(job, at -> true, How.STICK);
    }

    /** Only on one branch. */
    public Outcome on(String branch) {
        return new Outcome(job, when.and(at -> at.branch().equals(branch)), how);
    }

    /** Only while the condition holds, such as that a fix is missing. */
    public Outcome whilst(Predicate<At> condition) {
        return new Outcome(job, when.and(condition), how);
    }
}
