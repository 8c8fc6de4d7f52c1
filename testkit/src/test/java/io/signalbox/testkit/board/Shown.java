package io.signalbox.testkit.board;

import io.signalbox.domain.Given;
import io.signalbox.domain.Scene;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.train.Train;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.TrackPage;
import io.signalbox.engine.board.TrackPages;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Snapshot;
import java.util.List;
import java.util.Optional;

/** The page of a scene's track. */
final class Shown {
    private Shown() {}

    static TrackPage page(Scene scene) {
        TrackPicture picture = scene.picture();
        Train train = Train.created(new TrainId(Given.APP), Given.START).with(picture.switches());
        Snapshot.OfTrack snapshot = new Snapshot.OfTrack(
                new Snapshot.Row(Given.TRACK, 1, 0, 0, Attention.NONE, Optional.empty()),
                picture.track(),
                picture.release(),
                new Snapshot.TrainRow(train, 1),
                picture.signals(),
                picture.actions(),
                List.of());
        return new TrackPages(new Pictures(configuration(picture)))
                .page(snapshot, List.of(), Scene.MANAGER, scene.now());
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
