package io.signalbox.cli.scenario;

import io.signalbox.world.git.Change;
import io.signalbox.world.git.Developer;
import io.signalbox.world.git.VersionFile;
import io.signalbox.world.review.Verdict;
import io.signalbox.world.users.CrashRate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The release 8.9.2 from the start of its cycle to everyone: the acceptance scenario. Clock times and incidents are made up to
 * exercise the product.
 */
public final class Release892 {
    /** Thu 19 Sep 2024 12:00 in Stockholm. */
    public static final Instant OPENS = Script.at("09-19 12:00");

    private static final String VERSION = "8.9.2";
    private static final String BRANCH = "release/" + VERSION;

    private final Cast cast;
    private final Views views;
    private final AtomicReference<String> androidBug = new AtomicReference<>("");
    private final AtomicReference<String> iosBug = new AtomicReference<>("");
    private final AtomicReference<String> iosCrash = new AtomicReference<>("");

    private Release892(Cast cast) {
        this.cast = cast;
        this.views = new Views(cast.manager(), cast.app().key(), VERSION);
    }

    /** The whole scenario. */
    public static Play play(Cast cast, Consumer<Line> told) {
        return new Play(chapters(), script(cast).steps(), told);
    }

    static Script script(Cast cast) {
        Release892 release = new Release892(cast);
        Script script = new Script();
        release.before(script);
        release.develop(script);
        release.cut(script);
        release.weekend(script);
        release.submit(script);
        release.rollOut(script);
        release.finish(script);
        return script;
    }

    static List<Play.Chapter> chapters() {
        return List.of(
                new Play.Chapter("Before the cycle", OPENS, 120),
                new Play.Chapter("Week 1: develop", Script.at("09-20 09:00"), 150),
                new Play.Chapter("The branch is cut", Script.at("09-27 08:30"), 20),
                new Play.Chapter("Weekend: beta adds use", Script.at("09-27 18:00"), 120),
                new Play.Chapter("Monday: the final candidate", Script.at("09-30 09:00"), 30),
                new Play.Chapter("The night of the review", Script.at("09-30 21:30"), 20),
                new Play.Chapter("Tuesday: 1 %", Script.at("10-01 08:30"), 20),
                new Play.Chapter("The soak over night", Script.at("10-01 17:00"), 120),
                new Play.Chapter("Wednesday: everyone", Script.at("10-02 08:30"), 30));
    }

    private void before(Script script) {
        script.step("09-19 12:00", "The outside begins to live; users crash a little", () -> {
            cast.code().branch("release/8.9.1", cast.code().head("main").orElseThrow(), Cast.LEO);
            cast.world().users().crash(CrashRate.of("player-android", 0.0004));
            cast.world().users().crash(CrashRate.of("player-ios", 0.0006));
            cast.world().users().crash(CrashRate.of("player-desktop", 0.0005));
            for (String project : List.of("AND", "IOS", "DSK")) {
                for (String platform : Views.PLATFORMS) {
                    cast.world().jira().console("Mei Tanaka").createVersion(project, platform + "-" + VERSION);
                }
            }
        });
        script.step("09-19 13:00", "Ana, the release manager, arms every move of the Robot", () -> {
            for (String move : List.of("bump", "cut", "submit", "first-step", "next-step", "everyone", "resume")) {
                cast.manager()
                        .post(
                                "/api/v1/apps/player/train/arm",
                                Map.of("move", move, "mode", "automatic", "reason", "observed for a month"));
            }
        });
        merge(script, "09-19 15:00", Cast.MAJA, "Faster search", "shared/search/Ranking.java", 60);
    }

    private void develop(Script script) {
        script.look("09-20 09:00", "09-20 09:10", "1. The cycle of 8.9.2 starts; main is bumped by the Robot", () -> {
            Optional<VersionFile> file =
                    cast.code().version(cast.code().head("main").orElseThrow());
            return views.all("UPCOMING")
                    && file.filter(f -> f.version().equals(VERSION)).isPresent();
        });
        merge(script, "09-20 11:00", Cast.LEO, "New player engine", "shared/playback/Engine.java", 1500);
        script.look(
                "09-20 12:00",
                "09-20 12:00",
                "1. A large change on the first day is no warning",
                () -> warnings().isEmpty());
        merge(script, "09-23 10:00", Cast.MAJA, "Search suggestions", "shared/search/Suggest.java", 120);
        merge(script, "09-24 10:00", Cast.RINA, "Widgets", "ios/Widgets.swift", 200);
        merge(script, "09-25 14:00", Cast.MAJA, "Rewrite the index", "shared/search/Index.java", 1400);
        script.look(
                "09-25 14:00",
                "09-25 15:00",
                "1. The same on Wednesday warns the release manager",
                () -> Views.stream(warnings())
                        .anyMatch(w -> w.path("text").asString().contains("Rewrite the index")));
        for (int day = 21; day <= 26; day++) {
            String morning = "09-%02d ".formatted(day);
            script.look(
                    morning + "06:30",
                    morning + "07:10",
                    "3. Nightlies of %d September are there on all platforms".formatted(day),
                    () -> Views.PLATFORMS.stream().allMatch(this::nightlyThere));
        }
        merge(script, "09-26 16:00", Cast.LEO, "Gapless playback", "shared/playback/Gapless.java", 180);
    }

    private JsonNode warnings() {
        return views.release().path("head").path("warnings");
    }

    private boolean nightlyThere(String platform) {
        return Views.stream(views.track(platform).path("watched"))
                .anyMatch(c -> c.path("key").asString().equals("nightly")
                        && c.path("verdict").asString().equals("GREEN"));
    }

    private void merge(Script script, String when, Developer who, String what, String path, int lines) {
        script.step(
                when,
                "%s merges \"%s\" (%d lines)".formatted(who.name(), what, lines),
                () -> cast.code().commit(Change.on("main", who, what).touching(path, lines)));
    }

    private void cut(Script script) {
        script.look(
                "09-27 09:00",
                "09-27 09:10",
                "4. The branch is cut from the newest green commit; main goes on as 8.9.3",
                () -> {
                    Optional<String> branch = cast.code().head(BRANCH);
                    Optional<VersionFile> main =
                            cast.code().version(cast.code().head("main").orElseThrow());
                    return branch.isPresent()
                            && views.all("BRANCHED")
                            && main.filter(f -> f.version().equals("8.9.3")).isPresent();
                });
        script.look(
                "09-27 09:30",
                "09-27 11:00",
                "4. RC 1 is built, verified and uploaded on all platforms",
                () -> Views.PLATFORMS.stream()
                        .allMatch(p -> views.candidate(p, "title").equals("RC 1")));
        script.step(
                        "09-27 11:00",
                        "Ana writes the release notes and the stores' answers",
                        () -> Views.PLATFORMS.forEach(p -> cast.manager()
                                .put(views.trackPath(p) + "/package", submission("Better search, gapless playback."))))
                .look(
                        "09-27 11:05",
                        "09-27 11:10",
                        "4. Sign-offs wait",
                        () -> Views.PLATFORMS.stream().allMatch(p -> waits(p, "SIGN_OFFS")));
        script.step(
                "09-27 11:30",
                "Team search opts out: its automation is trusted",
                () -> Views.PLATFORMS.forEach(p -> cast.manager()
                        .post(
                                views.trackPath(p) + "/sign-offs/search/opt-out",
                                Map.of("until", "2025-01-01T00:00:00Z", "reason", "automation is trusted"))));
        signOff(script, "09-27 13:00", "home", "passes", Views.PLATFORMS, "passed", "");
        signOff(script, "09-27 13:10", "ios-core", "passes", List.of("ios"), "passed", "");
        signOff(
                script,
                "09-27 13:20",
                "playback",
                "passes on iOS and Desktop",
                List.of("ios", "desktop"),
                "passed",
                "");
        signOff(
                script,
                "09-27 13:30",
                "playback",
                "fails on Android",
                List.of("android"),
                "failed",
                "no sound after a call");
        script.step("09-27 13:40", "Team playback files a blocker for Android and one for iOS", () -> {
                    androidBug.set(cast.blocker("AND", "No sound after a call", "android-" + VERSION, "playback"));
                    iosBug.set(cast.blocker("IOS", "No sound after a call", "ios-" + VERSION, "playback"));
                })
                .then("09-27 13:50", "4. The blockers are on the board", () -> blocked("android") && blocked("ios"));
        script.step(
                        "09-27 15:00",
                        "Somebody pushes a commit to the branch without asking",
                        () -> cast.code()
                                .commit(Change.on(BRANCH, Cast.MAJA, "Tune ranking")
                                        .touching("shared/search/Ranking.java", 12)))
                .then(
                        "09-27 15:06",
                        "4. It is flagged within five minutes",
                        () -> Views.PLATFORMS.stream().allMatch(p -> views.verdict(p, "only-approved-commits", "RED")));
        script.step(
                "09-27 15:30",
                "Ana looks into it and approves it as critical",
                () -> approveNewest("AND-900", "search was unusable"));
    }

    private static Map<String, Object> submission(String notes) {
        return Map.of(
                "notes",
                List.of(Map.of("locale", "en-US", "text", notes)),
                "answers",
                List.of(
                        Map.of("name", "screenshots", "given", true),
                        Map.of("name", "export", "given", true),
                        Map.of("name", "privacy", "given", true),
                        Map.of("name", "age-rating", "given", true)));
    }

    private boolean waits(String platform, String column) {
        return views.cell(platform, column).path("status").asString().equals("WAITING");
    }

    private boolean blocked(String platform) {
        return views.verdict(platform, "no-open-blockers", "RED");
    }

    private void signOff(
            Script script, String when, String team, String how, List<String> platforms, String result, String what) {
        script.step(
                when,
                "Team %s %s".formatted(team, how),
                () -> platforms.forEach(p -> cast.team(team)
                        .post(views.trackPath(p) + "/sign-offs/" + team, Map.of("result", result, "what", what))));
    }

    private void approveNewest(String bug, String reason) {
        JsonNode branched = views.release().path("repositories").path(0).path("branched");
        Views.stream(branched)
                .filter(c -> !c.has("approvedFor"))
                .forEach(c -> cast.manager()
                        .post(
                                views.releasePath() + "/approve-commit",
                                Map.of("commit", c.path("commit").asString(), "bug", bug, "reason", reason)));
    }

    private void weekend(Script script) {
        script.step(
                        "09-28 08:00",
                        "The iOS build begins to crash on start for some",
                        () -> cast.world()
                                .users()
                                .crash(CrashRate.of("player-ios", 0.006).inBuild(views.candidate("ios", "build"))))
                .then(
                        "09-28 20:00",
                        "5. The iOS crash rate is red",
                        () -> views.verdict("ios", "crash-rate-beta", "RED"));
        script.look(
                "09-28 20:00",
                "09-29 20:00",
                "5. Beta passes the minimum use on all platforms",
                () -> Views.PLATFORMS.stream().allMatch(p -> views.verdict(p, "enough-use-beta", "GREEN")));
        script.step("09-29 18:00", "Rina fixes the iOS crash on the branch", () -> {
            iosCrash.set(cast.world().jira().console("Mei Tanaka").createBug("IOS", "Crash on start"));
            String message = iosCrash.get() + " Do not read the cache before it is there";
            cast.code().commit(Change.on("main", Cast.RINA, message).touching("ios/Start.swift", 9));
            cast.code().cherryPick(cast.code().head("main").orElseThrow(), BRANCH, Cast.RINA);
        });
        script.step("09-29 18:30", "Ana approves it", () -> approveNewest(iosCrash.get(), "crash on start"));
        script.look(
                "09-30 08:00",
                "09-30 09:00",
                "5. With the fixed build the iOS crash rate is green",
                () -> views.verdict("ios", "crash-rate-beta", "GREEN"));
    }

    private void submit(Script script) {
        signOff(script, "09-30 10:00", "ios-core", "tests again and passes", List.of("ios"), "passed", "");
        script.step(
                "09-30 16:00",
                "Leo merges the fix for the silent player on main",
                () -> cast.code()
                        .commit(Change.on(
                                        "main",
                                        Cast.LEO,
                                        "%s %s Take the audio focus back".formatted(androidBug.get(), iosBug.get()))
                                .touching("shared/playback/Focus.java", 24)));
        script.step("09-30 17:00", "It is picked to the branch and approved", () -> {
            cast.code().cherryPick(newestOnMain("Take the audio focus back"), BRANCH, Cast.LEO);
        });
        script.step(
                "09-30 17:10", "Ana approves the pick", () -> approveNewest(androidBug.get(), "no sound after a call"));
        script.look(
                "09-30 17:30",
                "09-30 19:00",
                "6. A candidate with the fix is built, verified, uploaded",
                () -> Views.PLATFORMS.stream()
                        .allMatch(p -> !views.candidate(p, "commit").isEmpty()
                                && views.candidate(p, "commit")
                                        .equals(cast.code().head(BRANCH).orElseThrow())));
        signOff(script, "09-30 20:00", "playback", "tests again and passes", Views.PLATFORMS, "passed", "");
        script.step("09-30 21:38", "The iOS blocker is closed in the tracker", () -> cast.close(iosBug.get()));
        script.step("09-30 21:40", "The last blocker is closed in the tracker", () -> cast.close(androidBug.get()))
                .then(
                        "09-30 21:50",
                        "6. The Robot submits Android and iOS, no human",
                        () -> views.stage("android").equals("SUBMITTED")
                                && views.stage("ios").equals("SUBMITTED"));
        script.look(
                "09-30 21:55",
                "09-30 21:55",
                "6. Desktop waits: its plan says not before Tuesday 09:00",
                () -> views.stage("desktop").equals("CANDIDATE")
                        && views.verdict("desktop", "not-before-first-step", "PENDING"));
        script.step("09-30 22:00", "Reviewers look at it", () -> {
            cast.world()
                    .play()
                    .reviews(cast.app().playPackage())
                    .decideAt(Script.at("10-01 03:00"), new Verdict.Approved());
            cast.world()
                    .apple()
                    .reviews(cast.app().appleId())
                    .decideAt(
                            Script.at("10-01 10:00"),
                            new Verdict.MetadataRejected("Guideline 2.3: the privacy link does not open."));
        });
    }

    private String newestOnMain(String subject) {
        return cast.code().history(cast.code().head("main").orElseThrow(), 50).stream()
                .filter(c -> c.message().contains(subject))
                .findFirst()
                .orElseThrow()
                .sha();
    }

    private void rollOut(Script script) {
        script.look(
                "10-01 03:00",
                "10-01 03:06",
                "7. Android is approved at 03:00 and at 1 % by 03:05",
                () -> views.stage("android").equals("ROLLING_OUT")
                        && views.shown("android").equals("rolled out to 1 %"));
        script.look(
                "10-01 09:00",
                "10-01 09:10",
                "7. Desktop starts at 1 %, on all three systems",
                () -> views.stage("desktop").equals("ROLLING_OUT") && views.shows("desktop", "1 %"));
        script.look(
                "10-01 10:00",
                "10-01 10:06",
                "7. iOS is rejected for its words; the candidate stays",
                () -> views.cell("ios", "REVIEW").path("value").asString().equals("rejected")
                        && views.stage("ios").equals("SUBMITTED"));
        script.step("10-01 10:30", "Ana mends the notes", () -> {
                    cast.manager()
                            .put(
                                    views.trackPath("ios") + "/package",
                                    submission("Better search. Privacy: example.com/privacy"));
                    cast.world()
                            .apple()
                            .reviews(cast.app().appleId())
                            .decideAt(Script.at("10-01 15:00"), new Verdict.Approved());
                })
                .then(
                        "10-01 10:45",
                        "7. The Robot submits it again",
                        () -> views.cell("ios", "REVIEW")
                                .path("value")
                                .asString()
                                .equals("in review"));
        script.step(
                        "10-01 11:00",
                        "Crashes begin to gather in India",
                        () -> cast.world()
                                .users()
                                .crash(CrashRate.of("player-android", 0.14)
                                        .inVersion(VERSION)
                                        .inCountry("IN")
                                        .between(Script.at("10-01 11:00"), Script.at("10-01 15:30"))))
                .then(
                        "10-01 15:00",
                        "7. The Robot asks about the regional crash and holds Android",
                        () -> views.openQuestion("android").isPresent()
                                && views.stage("android").equals("ROLLING_OUT"));
        script.step(
                "10-01 12:00",
                "The compliance scan begins",
                () -> Views.PLATFORMS.forEach(p -> compliance(p, "running")));
        script.look(
                "10-01 15:00",
                "10-01 15:06",
                "7. iOS is approved at 15:00: phased release, day 1",
                () -> views.stage("ios").equals("ROLLING_OUT") && views.shows("ios", "1 %"));
        script.step(
                        "10-01 16:00",
                        "Ana accepts it for the release: the server was mended",
                        () -> views.openQuestion("android").ifPresent(this::accept))
                .then(
                        "10-01 16:05",
                        "8. Nothing is open on Android",
                        () -> views.openQuestion("android").isEmpty());
    }

    /** Nothing is left to answer if who watches the demo has done so. */
    private void accept(JsonNode question) {
        cast.manager()
                .post(
                        views.trackPath("android") + "/questions/"
                                + question.path("id").asString() + "/answer",
                        Map.of("choice", "accept", "reason", "mended on the server at 15:30"));
    }

    private void compliance(String platform, String state) {
        String commit = views.candidate(platform, "commit");
        cast.compliance()
                .put(views.trackPath(platform) + "/checks/compliance", Map.of("commit", commit, "state", state));
    }

    private void finish(Script script) {
        script.look(
                "10-02 09:20",
                "10-02 09:20",
                "8. The compliance scan still runs: 100 % is refused",
                () -> views.stage("android").equals("ROLLING_OUT")
                        && views.verdict("android", "check-compliance", "PENDING")
                        && views.stage("desktop").equals("ROLLING_OUT"));
        script.step(
                        "10-02 10:00",
                        "The compliance scan passes",
                        () -> Views.PLATFORMS.forEach(p -> compliance(p, "passed")))
                .then(
                        "10-02 10:15",
                        "8. Android and Desktop go to 100 %",
                        () -> views.stage("android").equals("RELEASED")
                                && views.stage("desktop").equals("RELEASED"));
        script.look(
                "10-02 10:30",
                "10-02 13:30",
                "8. iOS follows when its soak is over",
                () -> views.stage("ios").equals("RELEASED"));
        script.look(
                "10-02 13:30",
                "10-02 13:45",
                "8. What everyone has is tagged",
                () -> !views.release()
                        .path("repositories")
                        .path(0)
                        .path("taggedAt")
                        .asString("")
                        .isEmpty());
        script.look(
                "10-02 13:45",
                "10-02 13:45",
                "10. The time spent in each state adds up to the whole way",
                () -> Views.PLATFORMS.stream().allMatch(this::addsUp));
    }

    /** The stations' seconds are the time from the cut to now. */
    private boolean addsUp(String platform) {
        JsonNode track = views.track(platform);
        long seconds = Views.stream(track.path("stations"))
                .limit(5)
                .mapToLong(s -> s.path("seconds").asLong())
                .sum();
        Instant branched = Views.stream(track.path("stations"))
                .limit(1)
                .map(s -> Instant.parse(s.path("enteredAt").asString()))
                .findFirst()
                .orElseThrow();
        Instant first = Views.stream(track.path("log"))
                .filter(l -> l.path("text").asString().equals("Enters release branched."))
                .map(l -> Instant.parse(l.path("at").asString()))
                .min(Instant::compareTo)
                .orElse(branched);
        long whole = Instant.parse(track.path("asOf").asString()).getEpochSecond() - first.getEpochSecond();
        return Math.abs(seconds - whole) <= 5;
    }
}
