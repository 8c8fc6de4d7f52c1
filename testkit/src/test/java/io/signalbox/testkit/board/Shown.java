package io.signalbox.testkit.board;

import io.signalbox.domain.Given;
import io.signalbox.domain.Scene;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.train.Train;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.BoardBuilder;
import io.signalbox.engine.board.TrackPage;
import io.signalbox.engine.board.TrackPages;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Snapshot;
import java.util.List;
import java.util.Optional;

/** What is shown of a scene's track. */
final class Shown {
    private Shown() {}

    static TrackPage page(Scene scene) {
        TrackPicture picture = scene.picture();
        return new TrackPages(new Pictures(configuration(picture)))
                .page(snapshot(picture), List.of(), Scene.MANAGER, scene.now());
    }

    static Board board(Scene scene) {
        TrackPicture picture = scene.picture();
        Snapshot.OfTrain train = new Snapshot.OfTrain(row(new TrainId(Given.APP)), train(picture), List.of());
        AppSnapshot app = new AppSnapshot(train, List.of(), List.of(snapshot(picture)), List.of());
        return new BoardBuilder(new Pictures(configuration(picture))).build(app, scene.now());
    }

    private static Snapshot.OfTrack snapshot(TrackPicture picture) {
        return new Snapshot.OfTrack(
                row(Given.TRACK),
                picture.track(),
                picture.release(),
                new Snapshot.TrainRow(train(picture), 1),
                picture.signals(),
                picture.actions(),
                List.of());
    }

    private static Train train(TrackPicture picture) {
        return Train.created(new TrainId(Given.APP), Given.START).with(picture.switches());
    }

    private static Snapshot.Row row(SubjectId id) {
        return new Snapshot.Row(id, 1, 0, 0, Attention.NONE, Optional.empty());
    }

    static Cell cell(Scene scene, Cell.Column column) {
        return page(scene).row().cells().stream()
                .filter(c -> c.column() == column)
                .findFirst()
                .orElseThrow();
    }

    private static Configuration configuration(TrackPicture picture) {
        return new Configuration() {
            @Override
            public List<AppKey> apps() {
                return List.of(Given.APP);
            }

            @Override
            public Optional<App> app(AppKey key) {
                return Optional.of(picture.app());
            }

            @Override
            public Optional<Policy> policy(AppKey key) {
                return Optional.of(picture.policy());
            }

            @Override
            public Optional<Policy> policy(String hash) {
                return Optional.of(picture.policy());
            }
        };
    }
}
