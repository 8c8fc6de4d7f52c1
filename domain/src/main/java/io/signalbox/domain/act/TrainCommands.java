package io.signalbox.domain.act;

import io.signalbox.domain.act.Refusal.Why;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.app.App;
import io.signalbox.domain.picture.TrainPicture;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.train.Arming;
import io.signalbox.domain.train.CalendarException;
import io.signalbox.domain.train.Train;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be done with a train and with the app's switches, and what it makes of them. */
public final class TrainCommands {
    private static final String REASON = "to be given";

    private TrainCommands() {}

    public static Optional<Refusal> refusal(Command.OfTrain command, Actor actor, TrainPicture picture, Instant now) {
        return Permission.refusal(command, actor)
                .or(() -> Permission.reason(command))
                .or(() -> byState(command, picture, now));
    }

    private static Optional<Refusal> byState(Command.OfTrain command, TrainPicture picture, Instant now) {
        Train train = picture.train();
        return switch (command) {
            case Command.Skip skip -> departure(skip.date(), picture.app(), train);
            case Command.Postpone postpone ->
                departure(postpone.date(), picture.app(), train)
                        .or(() -> postpone.to().isAfter(now)
                                ? Optional.empty()
                                : Optional.of(new Refusal.Invalid("to", "an instant in the future")));
            case Command.Arm _ -> Optional.empty();
            case Command.SwitchOff _ ->
                TrackActs.when(train.switches().robotOff().isPresent(), Why.ROBOT_ALREADY_OFF);
            case Command.SwitchOn _ ->
                TrackActs.when(train.switches().robotOff().isEmpty(), Why.ROBOT_NOT_OFF);
        };
    }

    private static Optional<Refusal> departure(LocalDate date, App app, Train train) {
        boolean scheduled =
                app.schedule().filter(s -> s.dateFrom(date).equals(date)).isPresent();
        return TrackActs.when(!scheduled, Why.NOT_SCHEDULED)
                .or(() -> TrackActs.when(train.opened(date), Why.ALREADY_DEPARTED));
    }

    public static Applied<Train> apply(Command.OfTrain command, Actor actor, TrainPicture picture, Instant now) {
        Optional<Refusal> refusal = refusal(command, actor, picture, now);
        return refusal.<Applied<Train>>map(Applied::refused)
                .orElseGet(() -> Applied.accepted(changed(command, actor.name(), picture.train(), now)));
    }

    private static Train changed(Command.OfTrain command, String by, Train train, Instant now) {
        return switch (command) {
            case Command.Skip skip -> train.with(new CalendarException.Skipped(skip.date(), by, skip.reason(), now));
            case Command.Postpone postpone ->
                train.with(new CalendarException.Postponed(postpone.date(), postpone.to(), by, postpone.reason(), now));
            case Command.Arm arm ->
                train.with(train.switches().with(new Arming(arm.move(), arm.mode(), by, arm.reason(), now)));
            case Command.SwitchOff off ->
                train.with(train.switches().withRobotOff(Optional.of(new Release.Word(by, off.reason(), now))));
            case Command.SwitchOn _ -> train.with(train.switches().withRobotOff(Optional.empty()));
        };
    }

    /** Everything that could be done with a train now, and for each why not, if so. */
    public static List<Possible> of(Actor actor, TrainPicture picture, Optional<LocalDate> next, Instant now) {
        List<Possible> acts = new ArrayList<>();
        acts.add(possible(new Command.SwitchOff(""), "", actor, picture, now));
        acts.add(possible(new Command.SwitchOn(REASON), "", actor, picture, now));
        for (Move move : Move.values()) {
            acts.add(possible(new Command.Arm(move, Mode.AUTOMATIC, REASON), move.name(), actor, picture, now));
        }
        next.ifPresent(date -> {
            acts.add(possible(new Command.Skip(date, REASON), date.toString(), actor, picture, now));
            acts.add(possible(new Command.Postpone(date, Instant.MAX, REASON), date.toString(), actor, picture, now));
        });
        return acts;
    }

    private static Possible possible(
            Command.OfTrain command, String target, Actor actor, TrainPicture picture, Instant now) {
        return new Possible(command.name(), target, refusal(command, actor, picture, now), List.of());
    }
}
