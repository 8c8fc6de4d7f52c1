package io.signalbox.engine.board;

import io.signalbox.domain.act.TrainCommands;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.picture.TrainPicture;
import io.signalbox.domain.robot.TrainRobot;
import io.signalbox.domain.train.CalendarException;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the page of a train for one reader. */
public final class TrainPages {
    private final Pictures pictures;

    public TrainPages(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * The page.
     *
     * @param journal the entries about this train, oldest first
     */
    public TrainPage page(Snapshot.OfTrain snapshot, List<Kept> journal, Actor reader, Instant now) {
        TrainPicture picture = pictures.of(snapshot);
        Optional<TrainRobot.Departure> next = TrainRobot.next(picture.app(), picture.train(), now);
        return new TrainPage(
                now,
                picture.app().key().value(),
                picture.app().name(),
                picture.app().zone().getId(),
                snapshot.row().revision(),
                BoardBuilder.robot(picture.train().switches()),
                next.map(d -> BoardBuilder.departure(picture, d)),
                picture.train().cycles().stream()
                        .map(c -> new TrainPage.Departed(
                                c.date().toString(), c.version().text(), c.openedAt()))
                        .toList(),
                picture.train().exceptions().stream().map(TrainPages::changed).toList(),
                TrainCommands.of(reader, picture, next.map(TrainRobot.Departure::date), now).stream()
                        .map(Conditions::act)
                        .toList(),
                new Log(picture.app().zone()).lines(journal));
    }

    private static TrainPage.Changed changed(CalendarException exception) {
        return switch (exception) {
            case CalendarException.Skipped skipped ->
                new TrainPage.Changed(skipped.date().toString(), Optional.empty(), skipped.by(), skipped.reason());
            case CalendarException.Postponed postponed ->
                new TrainPage.Changed(
                        postponed.date().toString(), Optional.of(postponed.to()), postponed.by(), postponed.reason());
        };
    }
}
