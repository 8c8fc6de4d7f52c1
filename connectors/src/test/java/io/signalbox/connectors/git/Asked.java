package io.signalbox.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.SourceFailure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the engine would ask of the connector, for the app that {@link Given} gives. */
final class Asked {
    static final Repository REPOSITORY =
            new Repository(Given.REPOSITORY, "main", "release/{version}", "v{version}", true);
    static final Repository WITHOUT_FILE =
            new Repository(Given.REPOSITORY, "main", "release/{version}", "v{version}", false);
    static final Instant NOW = Instant.parse("2024-10-01T10:00:00Z");
    static final App APP = Given.app(Given.feed());

    private Asked() {}

    static Release release(String version, String previous) {
        LocalDate start = LocalDate.of(2024, 9, 20);
        return Release.opened(
                new ReleaseId(Given.APP, new Version(version)),
                Plan.of(start, Given.START, Given.STOCKHOLM, Given.offsets()),
                "hash",
                Optional.of(new Version(previous)),
                List.of(Given.REPOSITORY));
    }

    static Release cutAt(Release release, String commit) {
        return release.with(RepositoryProgress.untouched(Given.REPOSITORY)
                .with(new RepositoryProgress.Cut("b", new CommitId(commit), NOW, "Robot")));
    }

    static Interest about(List<Interest.Pursued> tracks, Release... releases) {
        return new Interest(APP, tracks, List.of(releases), new Signals(List.of()), NOW);
    }

    /** Reads the first of these releases. */
    static RepositoryReading reading(GitConnector connector, Interest interest) {
        return (RepositoryReading) said(connector, interest).reading();
    }

    static Answer.Said said(GitConnector connector, Interest interest) {
        Answer answer = answers(connector, interest).getFirst();
        assertThat(answer).isInstanceOf(Answer.Said.class);
        return (Answer.Said) answer;
    }

    static List<Answer> answers(GitConnector connector, Interest interest) {
        try {
            return connector.read(connector.topics(interest), interest);
        } catch (SourceFailure e) {
            throw new AssertionError(e);
        }
    }

    static Action action(Effect effect) {
        Action planned = Action.planned(
                new ActionId(new ReleaseId(Given.APP, Given.VERSION), 7), effect, "fingerprint", NOW.minusSeconds(5));
        return planned.sending(NOW, NOW.plusSeconds(60));
    }

    static List<String> subjects(List<Commit> commits) {
        return commits.stream().map(Commit::subject).toList();
    }
}
