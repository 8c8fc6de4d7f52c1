package io.signalbox.connectors.github;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.OutletSettings;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.MainChecksReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GitHub Actions of one repository: which commits of main are green, and what became of each build.
 *
 * <p>A track that is not branched yet is shown main's nightly builds, a later one those of its branch. One call lists the runs of a branch for all
 * tracks; jobs and files are asked for only while a run goes on and once when it is over. Thread-safe.
 */
public final class GitHubConnector implements Source {
    private static final SignalKey BUILDS = SignalKey.of(SignalKind.BUILDS);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** GitHub allows 5,000 an hour. */
    private static final int CALLS_PER_HOUR = 4_000;

    private final GitHubSettings settings;
    private final Outlet outlet;
    private final Actions actions;
    private final Builds builds;

    /** @param outlet opened with {@link #outlet} */
    public GitHubConnector(GitHubSettings settings, Outlet outlet) {
        this.settings = settings;
        this.outlet = outlet;
        this.actions = new Actions(settings);
        this.builds = new Builds(settings, new Details(actions));
    }

    public static OutletSettings outlet(String name, URI api, Reach reach) {
        return OutletSettings.of(name, api, reach, CALLS_PER_HOUR).quota(GitHubConnector::quota);
    }

    private static Optional<OutletSettings.Quota> quota(Response response) {
        Optional<Integer> limit = number(response, "X-RateLimit-Limit").map(Long::intValue);
        Optional<Integer> left = number(response, "X-RateLimit-Remaining").map(Long::intValue);
        Optional<Instant> resets = number(response, "X-RateLimit-Reset").map(Instant::ofEpochSecond);
        return limit.flatMap(all -> left.map(some -> new OutletSettings.Quota(all, some, resets)));
    }

    private static Optional<Long> number(Response response, String header) {
        return response.header(header).filter(v -> v.matches("\\d{1,10}")).map(Long::valueOf);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Set<SignalKind> kinds() {
        return Set.of(SignalKind.MAIN_CHECKS, SignalKind.BUILDS);
    }

    @Override
    public List<Topic> topics(Interest interest) {
        List<Topic> topics = new ArrayList<>();
        SignalKey mainChecks =
                new SignalKey(SignalKind.MAIN_CHECKS, settings.repository().value());
        interest.releases().stream()
                .filter(r -> r.repositories().stream()
                        .anyMatch(p ->
                                p.key().equals(settings.repository()) && p.cut().isEmpty()))
                .forEach(r -> topics.add(new Topic(r.id(), mainChecks)));
        interest.tracks().stream()
                .map(Interest.Pursued::track)
                .filter(t -> isOurs(t.id(), interest.app()))
                .forEach(t -> topics.add(new Topic(t.id(), BUILDS)));
        return topics;
    }

    private boolean isOurs(TrackId track, App app) {
        return app.platform(track.platform()).repository().equals(settings.repository());
    }

    @Override
    public synchronized List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        Reading reading = new Reading(interest, outlet.errand(PATIENCE));
        List<Answer> answers = new ArrayList<>();
        for (Topic topic : topics) {
            answers.add(reading.answer(topic));
        }
        return answers;
    }

    /** One round of asking: each branch is listed once. */
    private final class Reading {
        private final Interest interest;
        private final Errand errand;
        private final Repository repository;
        private final Map<String, BranchRuns> runs = new HashMap<>();

        Reading(Interest interest, Errand errand) {
            this.interest = interest;
            this.errand = errand;
            this.repository = interest.app().repository(settings.repository());
        }

        Answer answer(Topic topic) {
            try {
                return switch (topic.key().kind()) {
                    case MAIN_CHECKS -> mainChecks(topic);
                    default -> builds(topic);
                };
            } catch (CallFailed e) {
                return new Answer.Failed(topic, e.failure());
            }
        }

        private BranchRuns runs(String branch) {
            return runs.computeIfAbsent(branch, b -> new BranchRuns(actions, errand, b, interest.now()));
        }

        private Answer mainChecks(Topic topic) throws CallFailed {
            BranchRuns runs = runs(repository.main());
            List<WorkflowRun> found = runs.until(some ->
                    MainChecks.of(some, settings.mainWorkflows()).newestGreen().isPresent());
            MainChecksReading reading = MainChecks.of(found, settings.mainWorkflows());
            return new Answer.Said(topic, reading, runs.asOf(), Optional.empty());
        }

        private Answer builds(Topic topic) throws CallFailed {
            TrackId id = (TrackId) topic.about();
            boolean branched = interest.tracks().stream()
                    .map(Interest.Pursued::track)
                    .filter(t -> t.id().equals(id))
                    .findFirst()
                    .map(Track::stage)
                    .filter(s -> s.atLeast(Stage.BRANCHED))
                    .isPresent();
            String branch = branched ? repository.branch(id.version()) : repository.main();
            String workflow = branched ? settings.releaseWorkflow() : settings.nightlyWorkflow();
            BranchRuns runs = runs(branch);
            List<WorkflowRun> found = runs.until(some -> Builds.enough(some, workflow));
            BuildsReading reading =
                    builds.of(errand, found, workflow, id, interest.app().platform(id.platform()));
            return new Answer.Said(topic, reading, runs.asOf(), Optional.empty());
        }
    }

    /** Tries the listing of main's runs. Changes nothing. */
    public List<Trial> trials(String main, Instant now) {
        String what = "list the runs of " + main;
        try {
            int found = new BranchRuns(actions, outlet.errand(PATIENCE), main, now)
                    .until(_ -> true)
                    .size();
            return found == 0
                    ? List.of(Trial.fails(
                            what, "there are none", "check the name of the main branch and of the repository"))
                    : List.of(Trial.works(what, found + " found"));
        } catch (CallFailed e) {
            return List.of(Trial.fails(
                    what,
                    e.failure().message(),
                    "give a token that may read Actions and checks of " + settings.path()));
        }
    }
}
