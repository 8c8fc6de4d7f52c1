package io.signalbox.server.api;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.engine.Engine;
import io.signalbox.engine.board.Log;
import io.signalbox.engine.board.ReleasePage;
import io.signalbox.engine.board.ReleasePages;
import io.signalbox.engine.board.TrackPage;
import io.signalbox.engine.board.TrackPages;
import io.signalbox.engine.board.TrainPage;
import io.signalbox.engine.board.TrainPages;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.server.access.Caller;
import io.signalbox.server.live.Boards;
import io.signalbox.server.live.Shown;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads. */
@RestController
@RequestMapping(path = "/api/v1/apps", produces = MediaType.APPLICATION_JSON_VALUE)
class AppsApi {
    private static final int LOG_LINES = 200;
    private static final int MOST_LINES = 1000;

    private final Engine engine;
    private final Configuration configuration;
    private final Boards boards;

    AppsApi(Engine engine, Configuration configuration, Boards boards) {
        this.engine = engine;
        this.configuration = configuration;
        this.boards = boards;
    }

    record AppView(String key, String name, String zone, List<String> platforms) {}

    record AppList(List<AppView> apps) {}

    record JournalPage(List<TrackPage.LogLine> lines, Optional<Long> next) {}

    @GetMapping
    AppList apps() {
        return new AppList(configuration.apps().stream()
                .sorted()
                .flatMap(key -> configuration.app(key).stream())
                .map(AppsApi::view)
                .toList());
    }

    private static AppView view(App app) {
        return new AppView(
                app.key().value(),
                app.name(),
                app.zone().getId(),
                app.platforms().stream().map(p -> p.key().value()).toList());
    }

    /** The overview, as it was made when something last changed. */
    @GetMapping("/{app}/board")
    ResponseEntity<byte[]> board(
            @PathVariable String app,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) Optional<String> known) {
        AppKey key = Subjects.app(app);
        Shown shown = boards.of(key)
                .orElseThrow(
                        () -> configuration.app(key).isPresent() ? Refused.notYet() : Refused.notFound("App " + app));
        if (known.filter(shown.etag()::equals).isPresent()) {
            return ResponseEntity.status(304).eTag(shown.etag()).build();
        }
        return ResponseEntity.ok()
                .eTag(shown.etag())
                .header("Signalbox-Revision", String.valueOf(shown.revision()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(shown.bytes());
    }

    @GetMapping("/{app}/train")
    ResponseEntity<TrainPage> train(@PathVariable String app, Caller caller) {
        TrainId id = Subjects.train(app);
        if (!(read(id) instanceof Snapshot.OfTrain of)) {
            throw Refused.notFound("App " + app);
        }
        TrainPage page = new TrainPages(engine.pictures())
                .page(
                        of,
                        engine.storage().journalOf(id, LOG_LINES),
                        caller.actor(),
                        engine.clock().instant());
        return tagged(page.revision(), page);
    }

    @GetMapping("/{app}/releases/{version}")
    ResponseEntity<ReleasePage> release(@PathVariable String app, @PathVariable String version, Caller caller) {
        ReleaseId id = Subjects.release(app, version);
        if (!(read(id) instanceof Snapshot.OfRelease of)) {
            throw Refused.notFound("Release " + id);
        }
        ReleasePage page = new ReleasePages(engine.pictures())
                .page(
                        of,
                        engine.storage().journalOf(id, LOG_LINES),
                        caller.actor(),
                        engine.clock().instant());
        return tagged(page.revision(), page);
    }

    @GetMapping("/{app}/releases/{version}/tracks/{platform}")
    ResponseEntity<TrackPage> track(
            @PathVariable String app, @PathVariable String version, @PathVariable String platform, Caller caller) {
        TrackId id = Subjects.track(app, version, platform);
        if (!(read(id) instanceof Snapshot.OfTrack of)) {
            throw Refused.notFound("Track " + id);
        }
        TrackPage page = new TrackPages(engine.pictures())
                .page(
                        of,
                        engine.storage().journalOf(id, LOG_LINES),
                        caller.actor(),
                        engine.clock().instant());
        return tagged(page.row().revision(), page);
    }

    private Snapshot read(SubjectId id) {
        return engine.storage().read(id).orElseThrow(() -> Refused.notFound(id.text()));
    }

    private static <T> ResponseEntity<T> tagged(long revision, T page) {
        return ResponseEntity.ok().eTag("\"" + revision + "\"").body(page);
    }

    /** The journal in words, in its order, from after a sequence number on. */
    @GetMapping("/{app}/journal")
    JournalPage journal(
            @PathVariable String app,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit) {
        App of = configuration.app(Subjects.app(app)).orElseThrow(() -> Refused.notFound("App " + app));
        if (limit < 1 || limit > MOST_LINES) {
            throw Refused.invalid("limit", "out-of-range", "limit must be 1 to " + MOST_LINES);
        }
        List<Kept> page = engine.storage().journal(of.key(), after, limit);
        Optional<Long> next = page.size() < limit
                ? Optional.empty()
                : Optional.of(page.getLast().sequence());
        return new JournalPage(new Log(of.zone()).lines(page).reversed(), next);
    }
}
