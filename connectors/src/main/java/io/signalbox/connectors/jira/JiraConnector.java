package io.signalbox.connectors.jira;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.OutletSettings;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which bugs block a track. One search answers for all tracks.
 *
 * <p>Jira's search goes by an index that lags. So what was found before is asked for by its id, to be as it is now; and an open blocker that
 * a search no longer finds is looked up itself: if it still blocks, the search was not whole and counts for nothing. A bug that is only
 * just reported may be missing for a while; the policy's settle time is for that. Thread-safe.
 */
public final class JiraConnector implements Source {
    private static final SignalKey BUGS = SignalKey.of(SignalKind.BUGS);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CALLS_PER_HOUR = 1_000;

    private final JiraSettings settings;
    private final Outlet outlet;
    private final JiraSite site;
    private final Map<String, Issue> known = new TreeMap<>();

    /** @param outlet opened with {@link #outlet} */
    public JiraConnector(JiraSettings settings, Outlet outlet) {
        this.settings = settings;
        this.outlet = outlet;
        this.site = new JiraSite(settings);
    }

    public static OutletSettings outlet(String name, URI base, Reach reach) {
        return OutletSettings.of(name, base, reach, CALLS_PER_HOUR);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Set<SignalKind> kinds() {
        return Set.of(SignalKind.BUGS);
    }

    @Override
    public List<Topic> topics(Interest interest) {
        return interest.tracks().stream()
                .map(p -> new Topic(p.track().id(), BUGS))
                .toList();
    }

    @Override
    public synchronized List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        try {
            JiraSite.Found found = found(outlet.errand(PATIENCE), interest.now());
            return topics.stream().map(topic -> answer(topic, found)).toList();
        } catch (CallFailed e) {
            throw new SourceFailure(e.failure());
        }
    }

    private JiraSite.Found found(Errand errand, Instant now) throws CallFailed {
        JiraSite.Found found = site.search(errand, toReconcile(), now);
        Map<String, Issue> byId = found.issues().stream().collect(Collectors.toMap(Issue::id, i -> i));
        for (Issue before : List.copyOf(known.values())) {
            if (before.open() && !byId.containsKey(before.id())) {
                checkThatItLeft(errand, before);
            }
        }
        known.clear();
        known.putAll(byId);
        return found;
    }

    /** Those that are open first: they are what a move waits for. */
    private List<String> toReconcile() {
        return known.values().stream()
                .sorted(Comparator.comparing((Issue i) -> !i.open())
                        .thenComparing(Issue::createdAt, Comparator.reverseOrder()))
                .limit(JiraSite.MOST_RECONCILED)
                .map(Issue::id)
                .toList();
    }

    private void checkThatItLeft(Errand errand, Issue before) throws CallFailed {
        Optional<Issue> now = site.issue(errand, before.id());
        boolean stillBlocks = now.filter(i -> i.open() && i.labels().contains(settings.label()))
                .isPresent();
        if (stillBlocks) {
            throw JiraSite.nonsense("the search does not find %s, which is an open blocker".formatted(before.key()));
        }
    }

    private Answer answer(Topic topic, JiraSite.Found found) {
        TrackId track = (TrackId) topic.about();
        List<String> versions = settings.versionsOf(track);
        List<BugsReading.Bug> bugs = found.issues().stream()
                .filter(issue -> issue.isFor(versions))
                .map(issue -> issue.bug(settings.base()))
                .sorted(Comparator.comparing(BugsReading.Bug::key))
                .toList();
        return new Answer.Said(topic, new BugsReading(bugs), found.asOf(), Optional.of(page()));
    }

    private URI page() {
        String query = URLEncoder.encode(settings.jql(), StandardCharsets.UTF_8);
        return URI.create(settings.base() + "/issues/?jql=" + query);
    }

    /** Tries the search. Changes nothing. */
    public List<Trial> tryOut(Instant now) {
        String what = "search for bugs labelled " + settings.label();
        try {
            JiraSite.Found found = site.search(outlet.errand(PATIENCE), List.of(), now);
            long open = found.issues().stream().filter(Issue::open).count();
            return List.of(Trial.works(
                    what, "%d found, %d of them open".formatted(found.issues().size(), open)));
        } catch (CallFailed e) {
            return List.of(Trial.fails(
                    what, e.failure().message(), "check url, email and token; the account must see the projects"));
        }
    }
}
