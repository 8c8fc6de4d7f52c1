package io.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Settings;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.Status;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.server.drive.Work;
import io.signalbox.server.live.Boards;
import io.signalbox.server.live.Shown;
import io.signalbox.testkit.storage.ForwardingStorage;
import io.signalbox.testkit.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Overviews that cannot be made anew, and those that can beside them. */
class BoardsTest {
    private static final AppKey OTHER = new AppKey("other");

    private final VirtualTime time = new VirtualTime(Given.START);
    private final Set<AppKey> unreadable = new HashSet<>();
    private final Storage storage = new ForwardingStorage(new MemoryStorage(time)) {
        @Override
        public Optional<AppSnapshot> readApp(AppKey app) {
            if (unreadable.contains(app)) {
                throw new IllegalStateException("the overview of " + app + " cannot be read");
            }
            return super.readApp(app);
        }
    };
    private final SomeApps apps = new SomeApps(Given.app(Given.feed()), other());
    private final Engine engine = new Engine(storage, apps, new NoConnectors(), time, time, Settings.standard("test"));
    private final List<String> told = new ArrayList<>();
    private final Boards boards =
            new Boards(engine, apps, new JsonMapper(), time, (app, revision) -> told.add(app + " " + revision));

    private static App other() {
        App app = Given.app(Given.feed());
        return new App(
                OTHER,
                "Other",
                app.zone(),
                app.schedule(),
                app.versions(),
                app.numbers(),
                app.before(),
                app.repositories(),
                app.platforms(),
                app.teams());
    }

    @BeforeEach
    void begin() {
        engine.start();
        try (Work work = new Work(engine)) {
            for (List<Future<?>> started = work.start(); !started.isEmpty(); started = work.start()) {
                started.forEach(Work::await);
            }
        }
        apps.apps().forEach(boards::changed);
        boards.refresh();
        told.clear();
    }

    @AfterEach
    void end() {
        boards.close();
    }

    private Board board(AppKey app) {
        return boards.of(app).map(Shown::board).orElseThrow();
    }

    private void changeMeanwhile(AppKey... unreadableThen) {
        unreadable.addAll(List.of(unreadableThen));
        time.to(time.instant().plusSeconds(60));
        apps.apps().forEach(boards::changed);
        boards.refresh();
    }

    private static Stream<Status> statuses(Board board) {
        return board.sections().stream()
                .flatMap(s -> s.rows().stream())
                .flatMap(r ->
                        Stream.concat(Stream.of(r.status()), r.cells().stream().map(Board.Cell::status)));
    }

    @Test
    void whatCouldNotBeMadeIsMadeAsSoonAsItCan() {
        changeMeanwhile(Given.APP);
        assertThat(board(Given.APP).asOf()).isBefore(time.instant());
        unreadable.clear();
        boards.refresh();
        assertThat(board(Given.APP).asOf()).isEqualTo(time.instant());
        assertThat(board(Given.APP).outdated()).isEmpty();
    }

    @Test
    @Requirement("R41")
    void whatCouldNotBeMadeAnewIsShownAsOutdatedAndPagesAreTold() {
        Board before = board(Given.APP);
        assertThat(statuses(before)).contains(Status.WAITING);
        Instant then = time.instant();
        changeMeanwhile(Given.APP);
        Board outdated = board(Given.APP);
        assertThat(outdated.outdated()).contains("It could not be made anew; the log of Signalbox says why.");
        assertThat(outdated.asOf()).isEqualTo(then);
        assertThat(outdated.statement()).startsWith("Data from Fri 09:00");
        assertThat(statuses(outdated))
                .doesNotContain(Status.WAITING, Status.READY)
                .contains(Status.NO_DATA);
        assertThat(outdated.counts().noData()).isEqualTo(before.counts().waiting());
        assertThat(told).containsExactly("player 2");
        assertThat(new String(boards.of(Given.APP).orElseThrow().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("could not be made anew");
        boards.refresh();
        assertThat(told).as("told once").containsExactly("player 2");
        unreadable.clear();
        boards.refresh();
        assertThat(told).containsExactly("player 2", "player 3");
    }

    @Test
    void oneThatCannotBeMadeKeepsNoOtherFromIt() {
        for (AppKey broken : apps.apps()) {
            changeMeanwhile(broken);
            for (AppKey app : apps.apps()) {
                assertThat(board(app).outdated().isPresent())
                        .as("%s while %s is broken", app, broken)
                        .isEqualTo(app.equals(broken));
            }
            unreadable.clear();
            boards.refresh();
        }
    }

    @Test
    @Requirement("R41")
    void oneThatNobodyMakesAnyMoreIsShownAsOutdated() {
        time.to(time.instant().plus(Duration.ofMinutes(5)));
        assertThat(board(Given.APP).outdated()).isEmpty();
        time.to(time.instant().plus(Duration.ofMinutes(2)));
        assertThat(board(Given.APP).outdated()).isPresent();
        assertThat(statuses(board(Given.APP))).doesNotContain(Status.WAITING, Status.READY);
        boards.changed(Given.APP);
        boards.refresh();
        assertThat(board(Given.APP).outdated()).isEmpty();
    }
}
