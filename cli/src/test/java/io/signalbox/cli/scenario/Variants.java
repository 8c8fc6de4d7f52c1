package io.signalbox.cli.scenario;

import io.signalbox.domain.policy.Patience;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.log.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The release 8.9.2 up to some point, and then otherwise. */
public final class Variants {
    private static final String VERSION = "8.9.2";

    private final Cast cast;
    private final Views views;

    private Variants(Cast cast) {
        this.cast = cast;
        this.views = new Views(cast.manager(), cast.app().key(), VERSION);
    }

    /**
     * The crash service is down when everything else is ready; at 1 % somebody raises the share in the store's console; then the
     * release is paused and resumed.
     */
    public static Play troubled(Cast cast, Consumer<Line> told) {
        Variants variant = new Variants(cast);
        Script script = Release892.script(cast).until("10-01 08:30");
        variant.downAtDecisionTime(script);
        variant.changedInTheConsole(script);
        variant.paused(script);
        return new Play(Release892.chapters(), script.steps(), told);
    }

    /**
     * The whole scenario, for a server that is killed again and again. A call whose effect is in doubt is read back before anything
     * else is done, so what is expected may come somewhat later.
     */
    public static Play killed(Cast cast, Consumer<Line> told) {
        List<Step> steps = Release892.script(cast).steps().stream()
                .map(Variants::somewhatLater)
                .toList();
        return new Play(Release892.chapters(), steps, told);
    }

    private static Step somewhatLater(Step step) {
        return new Step(
                step.at(),
                step.title(),
                step.act(),
                step.expectation().map(e -> new Step.Expectation(e.what(), e.by().plus(inDoubt(4)), e.check())));
    }

    /** How long one effect may take if so many calls for it in a row are in doubt: each has its deadline, settles, is read, and waits. */
    private static Duration inDoubt(int calls) {
        Duration reading = Duration.ofMinutes(1);
        return IntStream.rangeClosed(1, calls)
                .mapToObj(Patience.STANDARD::pause)
                .map(pause -> pause.plus(Patience.STANDARD.callDeadline())
                        .plus(Patience.STANDARD.storeSettle())
                        .plus(reading))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void downAtDecisionTime(Script script) {
        script.notExpecting("6. The Robot submits");
        script.step(
                "09-30 21:35",
                "The crash service goes down",
                () -> cast.world()
                        .faults()
                        .add(FaultRule.on(Vendor.SENTRY, Fault.status(503))
                                .between(Script.at("09-30 18:00"), Script.at("09-30 22:10"))));
        script.look(
                "09-30 21:50",
                "09-30 21:50",
                "The crash rate is unknown",
                () -> List.of("android", "ios").stream()
                        .allMatch(p -> views.verdict(p, "crash-rate-beta", "ERROR")
                                || views.verdict(p, "crash-rate-beta", "STALE")));
        script.look(
                "09-30 22:09",
                "09-30 22:09",
                "Nothing was submitted on what is not known",
                () -> views.stage("android").equals("CANDIDATE")
                        && views.stage("ios").equals("CANDIDATE"));
        script.look(
                "09-30 22:10",
                "09-30 22:20",
                "It is submitted as soon as the crash rate is known again",
                () -> views.stage("android").equals("SUBMITTED")
                        && views.stage("ios").equals("SUBMITTED"));
    }

    private void changedInTheConsole(Script script) {
        script.step(
                        "10-01 09:30",
                        "Somebody raises Android to 5 % in the console",
                        () -> cast.world()
                                .play()
                                .console(cast.app().playPackage(), "Kim")
                                .rollOut("production", 0.05))
                .then(
                        "10-01 09:35",
                        "The difference is a hold within five minutes",
                        () -> holds("android", "drift:play"));
        script.look("10-01 09:50", "10-01 09:50", "It is not overwritten", () -> views.shows("android", "5 %"));
        script.step("10-01 10:00", "Ana adopts it", () -> act("android", "destinations/play/adopt", "Kim told me"))
                .then("10-01 10:01", "The hold is gone", () -> !holds("android", "drift:play"));
    }

    private void paused(Script script) {
        script.step("10-01 11:00", "Ana pauses Android", () -> act("android", "pause", ""))
                .then(
                        "10-01 11:01",
                        "It is paused, and the store has halted it",
                        () -> views.shown("android").equals("rollout paused") && halted("android"));
        script.look(
                "10-01 11:05",
                "10-01 11:10",
                "Desktop goes on",
                () -> views.stage("desktop").equals("ROLLING_OUT") && !halted("desktop"));
        script.step("10-01 14:00", "Ana resumes it", () -> act("android", "resume", "the log was harmless"))
                .then(
                        "10-01 14:06",
                        "It goes on with the share it had",
                        () -> views.stage("android").equals("ROLLING_OUT")
                                && !halted("android")
                                && views.shows("android", "5 %"));
    }

    /** A person publishes at Google Play what is approved; then the release is cancelled. */
    public static Play managedThenCancelled(Cast cast, Consumer<Line> told) {
        Variants variant = new Variants(cast);
        Script script = Release892.script(cast).until("10-01 03:00");
        variant.publishedByHand(script);
        variant.cancelled(script);
        return new Play(Release892.chapters(), script.steps(), told);
    }

    private void publishedByHand(Script script) {
        script.look(
                "10-01 03:20",
                "10-01 03:20",
                "Approved, and offered to nobody",
                () -> views.stage("android").equals("SUBMITTED")
                        && views.cell("android", "REVIEW")
                                .path("value")
                                .asString()
                                .equals("approved"));
        script.step(
                        "10-01 08:00",
                        "Ana publishes it in the console",
                        () -> cast.world()
                                .play()
                                .console(cast.app().playPackage(), "Ana Lind")
                                .publish())
                .then(
                        "10-01 08:06",
                        "It is at 1 %",
                        () -> views.stage("android").equals("ROLLING_OUT") && views.shows("android", "1 %"));
    }

    private void cancelled(Script script) {
        script.step("10-01 11:00", "Ana cancels Android", () -> act("android", "cancel", "a wrong licence"))
                .then(
                        "10-01 11:06",
                        "It is cancelled, and the store has halted it",
                        () -> views.shown("android").equals("release cancelled") && halted("android"));
        script.step("10-01 12:00", "Ana tries to resume it, and is refused", () -> refused("resume"));
        script.look(
                "10-02 12:00",
                "10-02 12:00",
                "A day later it is still halted",
                () -> views.shown("android").equals("release cancelled") && halted("android"));
    }

    private void refused(String act) {
        try {
            act("android", act, "I changed my mind");
        } catch (io.signalbox.cli.http.Api.Refused refused) {
            if (refused.status() == 409) {
                return;
            }
            throw refused;
        }
        throw new IllegalStateException(act + " of a cancelled release was taken");
    }

    private void act(String platform, String act, String reason) {
        cast.manager().post(views.trackPath(platform) + "/" + act, Map.of("reason", reason));
    }

    private boolean holds(String platform, String slot) {
        return Views.stream(views.track(platform).path("holds"))
                .anyMatch(h -> h.path("slot").asString().equals(slot));
    }

    private boolean halted(String platform) {
        return Views.stream(views.track(platform).path("destinations"))
                .anyMatch(d -> d.path("shows").asString("").contains("stopped"));
    }
}
