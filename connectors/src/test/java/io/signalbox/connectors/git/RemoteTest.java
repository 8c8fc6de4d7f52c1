package io.signalbox.connectors.git;

import static io.signalbox.connectors.git.Asked.action;
import static io.signalbox.connectors.git.Asked.release;
import static io.signalbox.connectors.git.Asked.subjects;
import static io.signalbox.world.OpenWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.Given;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.gate.Faults;
import io.signalbox.world.gate.Interceptor.Moment;
import io.signalbox.world.git.Change;
import io.signalbox.world.git.CodeBase;
import io.signalbox.world.git.VersionFile;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector against the world's git host, faults included. */
class RemoteTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Effect.Bump BUMP = new Effect.Bump(Given.REPOSITORY, "main", new Version("8.9.2"));
    private static final String PUSH = "git-receive-pack$";

    @TempDir
    Path folder;

    private OpenWorld open;
    private CodeBase code;
    private Http http;
    private GitConnector connector;

    @BeforeEach
    void connect() {
        Jgit.quiet();
        open = OpenWorld.in(folder.resolve("repositories"));
        code = open.code();
        http = new Http(open.world()::now, System::nanoTime);
        connector = connector(open.world().keys().token(Vendor.GIT, "robot"));
        code.branch("release/8.9.1", code.head("main").orElseThrow(), ADA);
    }

    @AfterEach
    void close() {
        connector.close();
        http.close();
        open.close();
    }

    private GitConnector connector(String token) {
        return new GitConnector(settings(token), Asked.REPOSITORY, NumberScheme.standard(), http);
    }

    private GitSettings settings(String token) {
        GitAddress.Remote address =
                (GitAddress.Remote) GitAddress.parse(open.world().base(Vendor.GIT) + "/player.git");
        return GitSettings.remote(
                "git",
                address,
                Optional.of(Secret.of(token)),
                Reach.LOOPBACK,
                Optional.of(io.signalbox.connectors.git.VersionFile.at("version.properties")),
                folder.resolve("cache"));
    }

    private Interest interest() {
        return new Interest(
                Asked.APP,
                List.of(),
                List.of(release("8.9.2", "8.9.1")),
                new Signals(List.of()),
                open.world().now());
    }

    private Answer.Said said() throws SourceFailure {
        return (Answer.Said)
                connector.read(connector.topics(interest()), interest()).getFirst();
    }

    private RepositoryReading read() throws SourceFailure {
        return (RepositoryReading) said().reading();
    }

    private Failure failing() {
        SourceFailure failure = catchThrowableOfType(SourceFailure.class, this::said);
        assertThat(failure).isNotNull();
        return failure.failure();
    }

    private Reply perform(Effect effect) {
        return connector.perform(action(effect), MINUTE);
    }

    private void fault(Fault fault, String path) {
        open.world().faults().add(FaultRule.on(Vendor.GIT, fault).path(path).times(1));
    }

    private long moves(String ref) {
        return open.world().log().details(Detail.RefMoved.class).stream()
                .filter(moved -> moved.ref().equals(ref))
                .count();
    }

    private static Effect cut(String commit) {
        return new Effect.CutBranch(Given.REPOSITORY, "release/8.9.2", new CommitId(commit));
    }

    @Test
    void whatOthersMergeIsReadWithTheHostsOwnTime() throws Exception {
        code.commit(Change.on("main", ADA, "Fix the queue, AND-4102").touching("player/Queue.kt", 40));
        assertThat(subjects(read().main().commits())).containsExactly("Fix the queue, AND-4102");

        open.pass(Duration.ofMinutes(5));
        code.commit(Change.on("main", ADA, "Widgets").touching("ios/Widgets.swift", 3));
        code.branch("release/8.9.2", code.head("main").orElseThrow(), ADA);

        Answer.Said said = said();
        RepositoryReading reading = (RepositoryReading) said.reading();
        assertThat(said.asOf()).isEqualTo(open.world().now());
        assertThat(said.link())
                .hasValueSatisfying(link -> assertThat(link.toString()).endsWith("/git/player"));
        assertThat(subjects(reading.main().commits())).containsExactly("Widgets", "Fix the queue, AND-4102");
        assertThat(reading.main().commits().getFirst().lines()).isEqualTo(3);
        assertThat(reading.branch()).isPresent();
        assertThat(reading.mainVersion()).contains(new Version("8.9.1"));
    }

    @Test
    void theRobotBumpsCutsAndTags() throws Exception {
        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);
        String bumped = code.head("main").orElseThrow();
        assertThat(code.version(bumped)).contains(VersionFile.of("8.9.2"));

        assertThat(perform(cut(bumped))).isInstanceOf(Reply.Accepted.class);
        assertThat(code.head("release/8.9.2")).contains(bumped);

        Effect tag = new Effect.Tag(Given.REPOSITORY, "v8.9.2", new CommitId(bumped));
        assertThat(perform(tag)).isInstanceOf(Reply.Accepted.class);

        RepositoryReading reading = read();
        assertThat(reading.mainVersion()).contains(new Version("8.9.2"));
        assertThat(reading.branch().orElseThrow().base()).isEqualTo(new CommitId(bumped));
        assertThat(reading.tagged()).isTrue();
        assertThat(perform(tag)).isInstanceOf(Reply.Accepted.class);
        assertThat(moves("refs/tags/v8.9.2")).isEqualTo(1);
        assertThat(open.world().log().details(Detail.RefMoved.class))
                .last()
                .satisfies(moved -> assertThat(moved.by().toString()).contains("robot"));
    }

    @Test
    void aPushWhoseReplyIsLostIsSilentAndReadBackAndNotMadeAgain() throws Exception {
        fault(new Fault.LoseReply(), PUSH);
        assertThat(perform(BUMP)).isInstanceOf(Reply.Silent.class);

        assertThat(read().mainVersion()).contains(new Version("8.9.2"));
        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);
        assertThat(moves("refs/heads/main")).isEqualTo(2);

        fault(new Fault.LoseReply(), PUSH);
        String from = code.head("main").orElseThrow();
        assertThat(perform(cut(from))).isInstanceOf(Reply.Silent.class);
        assertThat(read().branch()).isPresent();
        assertThat(perform(cut(from))).isInstanceOf(Reply.Accepted.class);
        assertThat(moves("refs/heads/release/8.9.2")).isEqualTo(1);
    }

    @Test
    void aPushThatNeverArrivedIsSilentAndMadeOnTheNextTry() {
        fault(new Fault.DropBefore(), PUSH);
        assertThat(perform(BUMP)).isInstanceOf(Reply.Silent.class);
        assertThat(moves("refs/heads/main")).isEqualTo(1);

        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);
        assertThat(moves("refs/heads/main")).isEqualTo(2);
    }

    @Test
    void anAnswerToAPushThatCannotBeReadIsNoAnswer() {
        fault(new Fault.CutReply(), PUSH);
        assertThat(perform(BUMP)).isInstanceOf(Reply.Silent.class);

        fault(Fault.status(503), PUSH);
        assertThat(perform(cut(code.head("main").orElseThrow()))).isInstanceOf(Reply.Silent.class);

        fault(Fault.wrongContentType(), PUSH);
        assertThat(perform(cut(code.head("main").orElseThrow()))).isInstanceOf(Reply.Silent.class);
    }

    @Test
    void aPushThatWasTurnedAwayChangedNothing() {
        fault(Fault.tooMany(5), PUSH);
        assertThat(perform(BUMP))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.remedy()).isEqualTo(Remedy.RETRY));
        open.pass(Duration.ofSeconds(5));

        fault(Fault.status(403), PUSH);
        assertThat(perform(BUMP))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON));
        assertThat(moves("refs/heads/main")).isEqualTo(1);
    }

    @Test
    void whenTheHostCannotBeReadBeforeAPushNothingIsPushed() {
        fault(Fault.status(503), "info/refs");
        assertThat(perform(BUMP)).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.remedy()).isEqualTo(Remedy.RETRY);
            assertThat(refused.text()).contains("nothing was changed").contains("503");
        });
        assertThat(moves("refs/heads/main")).isEqualTo(1);
    }

    @Test
    void aProtectedBranchIsSaidToBeOneInTheHostsWords() {
        code.protect("refs/heads/main");
        assertThat(perform(BUMP)).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
            assertThat(refused.text()).contains("refs/heads/main").contains("protected branch hook declined");
        });
    }

    @Test
    void whenSomebodyMergesInBetweenTheBumpGoesOnTopOfThat() {
        AtomicBoolean first = new AtomicBoolean(true);
        open.world().intercept((moment, vendor, call) -> {
            if (moment == Moment.BEFORE_APPLYING
                    && call.path().endsWith(PUSH.replace("$", ""))
                    && first.getAndSet(false)) {
                code.commit(Change.on("main", ADA, "Just in time").touching("a.txt", 1));
            }
        });

        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);

        String head = code.head("main").orElseThrow();
        assertThat(code.history(head, 2)).extracting(c -> c.subject()).containsExactly("Begin 8.9.2", "Just in time");
    }

    @Test
    void whenSomebodyCutsInBetweenTheirBranchIsLeftAlone() {
        String wanted = code.head("main").orElseThrow();
        String theirs = code.commit(Change.on("main", ADA, "Newer").touching("a.txt", 1));
        open.world().intercept((moment, vendor, call) -> {
            if (moment == Moment.BEFORE_APPLYING
                    && call.path().endsWith(PUSH.replace("$", ""))
                    && code.head("release/8.9.2").isEmpty()) {
                code.branch("release/8.9.2", theirs, ADA);
            }
        });

        assertThat(perform(cut(wanted)))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused ->
                                assertThat(refused.text()).contains("is there already, at " + theirs.substring(0, 7)));
        assertThat(code.head("release/8.9.2")).contains(theirs);
    }

    @Test
    void aSourceThatFailsSaysHow() throws Exception {
        fault(Fault.status(503), "info/refs");
        assertThat(failing().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        read();

        Faults.Planned gone = open.world().faults().add(FaultRule.on(Vendor.GIT, new Fault.DropBefore()));
        assertThat(failing().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        gone.remove();
        read();

        fault(Fault.wrongContentType(), "info/refs");
        assertThat(failing().kind()).isEqualTo(Failure.Kind.NONSENSE);

        fault(new Fault.CutReply(), "git-upload-pack$");
        assertThat(failing().kind()).isEqualTo(Failure.Kind.UNREACHABLE);

        fault(Fault.tooMany(5), "info/refs");
        assertThat(failing().kind()).isEqualTo(Failure.Kind.THROTTLED);

        open.pass(Duration.ofSeconds(5));
        assertThat(read().main().name()).isEqualTo("main");
    }

    @Test
    void aCopyThatTakesLongIsMadeOnThoughNobodyWaits() throws Exception {
        connector.close();
        connector = new GitConnector(
                settings(open.world().keys().token(Vendor.GIT, "robot")).waiting(Duration.ofMillis(300)),
                Asked.REPOSITORY,
                NumberScheme.standard(),
                http);
        Faults.Planned hanging = open.world()
                .faults()
                .add(FaultRule.on(Vendor.GIT, new Fault.Hang()).path("git-upload-pack$"));

        assertThat(failing().message()).contains("is still being fetched");
        assertThat(failing().kind()).isEqualTo(Failure.Kind.UNREACHABLE);

        hanging.remove();
        Optional<Answer.Said> said = Optional.empty();
        for (int tries = 0; tries < 100 && said.isEmpty(); tries++) {
            try {
                said = Optional.of(said());
            } catch (SourceFailure stillFetching) {
                assertThat(stillFetching).hasMessageContaining("is still being fetched");
            }
        }
        assertThat(said).isPresent();
    }

    @Test
    void tryingOutTellsWhetherTheTokenMayWrite() {
        assertThat(connector.tryOut(open.world().now())).allMatch(trial -> trial.works());

        open.world()
                .faults()
                .add(FaultRule.on(Vendor.GIT, Fault.status(403))
                        .when(call -> call.param("service")
                                .filter("git-receive-pack"::equals)
                                .isPresent()));

        assertThat(connector.tryOut(open.world().now())).last().satisfies(trial -> {
            assertThat(trial.works()).isFalse();
            assertThat(trial.found()).contains("403");
        });
    }

    @Test
    void aTokenThatIsNotTakenIsNeverShown() {
        connector.close();
        connector = connector("not-a-token-of-theirs");

        Failure failure = failing();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(failure.message()).contains("401").doesNotContain("not-a-token");
        assertThat(perform(BUMP))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON));
        assertThat(connector.tryOut(open.world().now()).getFirst().remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("give a token"));
    }

    @Test
    void theCopyIsKeptAndFollowsWhatIsDeleted() throws Exception {
        code.commit(Change.on("main", ADA, "One").touching("a.txt", 1));
        code.branch("release/8.9.2", code.head("main").orElseThrow(), ADA);
        assertThat(read().branch()).isPresent();
        connector.close();

        connector = connector(open.world().keys().token(Vendor.GIT, "robot"));
        long calls = calls();
        assertThat(read().branch()).isPresent();
        // One to greet, one for the refs; nothing is new.
        assertThat(calls() - calls).isEqualTo(2);
    }

    private long calls() {
        return open.world().log().details(Detail.Request.class).size();
    }

    @Test
    void aFrozenHostIsReadWithItsOldTime() throws Exception {
        read();
        open.pass(Duration.ofMinutes(1));
        code.commit(Change.on("main", ADA, "Unseen").touching("a.txt", 1));
        open.pass(Duration.ofMinutes(30));
        open.world().faults().add(FaultRule.on(Vendor.GIT, new Fault.Freeze(OpenWorld.START)));

        Answer.Said said = said();

        assertThat(((RepositoryReading) said.reading()).main().commits()).isEmpty();
        assertThat(said.asOf()).isEqualTo(OpenWorld.START);
    }
}
