package io.signalbox.connectors.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.connectors.Asked;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.Given;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.Failure;
import io.signalbox.engine.source.Answer;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.http.Call;
import io.signalbox.world.jira.JiraConsole;
import io.signalbox.world.jira.Priority;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulator of Jira Cloud, over HTTP. */
class JiraConnectorTest {
    private static final String FIX_VERSION = Given.PLATFORM + "-8.9.2";

    @TempDir
    Path folder;

    private OpenWorld open;
    private Http http;
    private JiraConsole kim;
    private JiraConnector jira;
    private Asked asked;

    @BeforeEach
    void connect() {
        open = OpenWorld.in(folder);
        http = new Http(open.world()::now, System::nanoTime);
        kim = open.world().jira().console("Kim");
        kim.createVersion("AND", FIX_VERSION);
        kim.createVersion("AND", "8.9.3");
        jira = connector("robot");
        asked = Asked.of(Given.feed(), open.world()::now, "8.9.2", 80902001);
    }

    @AfterEach
    void close() {
        http.close();
        open.close();
    }

    private JiraConnector connector(String who) {
        JiraSettings settings = settings(who);
        return new JiraConnector(
                settings, http.outlet(JiraConnector.outlet(settings.name(), settings.base(), Reach.LOOPBACK)));
    }

    private JiraSettings settings(String who) {
        return new JiraSettings(
                "jira",
                open.world().base(Vendor.JIRA),
                Keys.jiraEmail(who),
                Secret.of(open.world().keys().token(Vendor.JIRA, "robot")),
                List.of("AND"),
                JiraSettings.LABEL,
                JiraSettings.VERSIONS);
    }

    private String blocker(String summary, String... versions) {
        String key = kim.createBug("AND", summary);
        kim.setLabels(key, JiraSettings.LABEL);
        kim.setFixVersions(key, versions);
        kim.setPriority(key, Priority.HIGHEST);
        kim.assign(key, "playback");
        return key;
    }

    private void indexed() {
        open.pass(Duration.ofMinutes(1));
    }

    private List<BugsReading.Bug> bugs() {
        Answer answer = asked.answer(jira, Asked.OUT);
        assertThat(answer).isInstanceOf(Answer.Said.class);
        return ((BugsReading) ((Answer.Said) answer).reading()).bugs();
    }

    private Failure failure() {
        Answer answer = asked.answer(jira, Asked.OUT);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).failure();
    }

    @Test
    void theBugsThatBlockATrackAreThoseOfItsVersionAndLabel() {
        String ours = blocker("No sound", FIX_VERSION);
        blocker("Of the next version", "8.9.3");
        kim.setFixVersions(kim.createBug("AND", "Not a blocker"), FIX_VERSION);
        indexed();
        assertThat(bugs()).singleElement().satisfies(bug -> {
            assertThat(bug.key()).isEqualTo(ours);
            assertThat(bug.open()).isTrue();
            assertThat(bug.priority()).contains("Highest");
            assertThat(bug.owner()).contains("playback");
            assertThat(bug.closedAt()).isEmpty();
            assertThat(bug.link())
                    .hasValueSatisfying(l -> assertThat(l.toString()).endsWith("/browse/" + ours));
        });
    }

    @Test
    void aBugThatIsKnownIsSeenClosedAtOnceHoweverTheIndexLags() {
        String key = blocker("No sound", FIX_VERSION);
        indexed();
        assertThat(bugs()).hasSize(1);
        open.world().jira().indexLag(Duration.ofHours(1));
        kim.close(key);
        assertThat(bugs()).singleElement().satisfies(bug -> {
            assertThat(bug.open()).isFalse();
            assertThat(bug.closedAt()).contains(open.world().now());
        });
    }

    @Test
    void everyPageIsRead() {
        for (int i = 0; i < 230; i++) {
            blocker("Bug " + i, FIX_VERSION);
        }
        indexed();
        assertThat(bugs()).hasSize(230);
    }

    @Test
    void aPageThatComesTwiceMakesTheWholeSignalAnError() {
        for (int i = 0; i < 230; i++) {
            blocker("Bug " + i, FIX_VERSION);
        }
        indexed();
        open.world().faults().add(FaultRule.on(Vendor.JIRA, new Fault.Pages(Call.PageShift.REPEAT)));
        assertThat(failure().kind()).isEqualTo(Failure.Kind.NONSENSE);
    }

    @Test
    void aSearchThatLeavesOutAnOpenBlockerThatIsKnownCountsForNothing() {
        for (int i = 0; i < 230; i++) {
            blocker("Bug " + i, FIX_VERSION);
        }
        indexed();
        assertThat(bugs()).hasSize(230);
        open.world().faults().add(FaultRule.on(Vendor.JIRA, new Fault.Pages(Call.PageShift.SKIP)));
        assertThat(failure().message()).contains("does not find");
    }

    @Test
    void aBugThatLostItsLabelBlocksNoMore() {
        String key = blocker("No sound", FIX_VERSION);
        indexed();
        assertThat(bugs()).hasSize(1);
        kim.setLabels(key, "later");
        assertThat(bugs()).isEmpty();
    }

    @Test
    void noAnswerIsNoReading() {
        open.world().faults().add(FaultRule.on(Vendor.JIRA, Fault.status(503)).times(1));
        assertThat(failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.JIRA, Fault.nonsenseJson()).times(1));
        assertThat(failure().kind()).isEqualTo(Failure.Kind.NONSENSE);
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.JIRA, Fault.wrongContentType()).times(1));
        assertThat(failure().kind()).isEqualTo(Failure.Kind.NONSENSE);
    }

    @Test
    void aWrongAccountIsRefusedInJirasWords() {
        JiraConnector stranger = connector("stranger");
        Answer answer = asked.answer(stranger, Asked.OUT);
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.REFUSED);
            assertThat(failed.failure().message()).contains("Client must be authenticated");
        });
        assertThat(stranger.tryOut(open.world().now())).singleElement().satisfies(trial -> {
            assertThat(trial.works()).isFalse();
            assertThat(trial.remedy()).isPresent();
        });
        assertThat(jira.tryOut(open.world().now())).allMatch(Trial::works);
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new JiraSettings(
                        "jira",
                        open.world().base(Vendor.JIRA),
                        "a@example.com",
                        Secret.of("t"),
                        List.of("and) OR (1=1"),
                        JiraSettings.LABEL,
                        JiraSettings.VERSIONS))
                .hasMessageContaining("use its key");
    }
}
