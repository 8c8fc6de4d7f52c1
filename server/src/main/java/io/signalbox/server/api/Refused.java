package io.signalbox.server.api;

/** A request that is answered with a problem. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static Refused notFound(String what) {
        return new Refused(Problem.of(404, "not-found", "Not found", what + " does not exist here."));
    }

    /** Of an app that there is, but nothing is known of it here as yet. */
    static Refused notYet() {
        return new Refused(
                Problem.of(
                        503,
                        "not-yet",
                        "Not made yet",
                        "The overview could not be made yet. Ask again in some seconds; the log of Signalbox says what keeps it."));
    }

    static Refused invalid(String pointer, String code, String message) {
        return new Refused(new Problem(
                "invalid",
                "The request is not valid",
                422,
                message,
                java.util.List.of(new Problem.Fault(pointer, code, message))));
    }
}
