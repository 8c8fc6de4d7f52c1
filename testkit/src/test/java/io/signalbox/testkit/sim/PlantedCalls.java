package io.signalbox.testkit.sim;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import java.util.List;
import java.util.function.UnaryOperator;

/** A connector does something else than it is told, or says something else than it was told. */
final class PlantedCalls {
    private PlantedCalls() {}

    static List<PlantedFaults.Planted> all() {
        return List.of(
                calling("a call without a reply passes for refused", PlantedCalls::refusedForSilent),
                calling("another build is put out", real -> (a, within) -> real.perform(other(a), within)),
                calling("everyone gets it at once", real -> (a, within) -> real.perform(everyone(a), within)),
                calling("a stop is acknowledged and not made", PlantedCalls::noStops));
    }

    private static PlantedFaults.Planted calling(String name, UnaryOperator<Performer> wrap) {
        return new PlantedFaults.Planted(name, () -> PlantedFaults.performing(wrap));
    }

    private static Performer refusedForSilent(Performer real) {
        return (action, within) -> {
            Reply reply = real.perform(action, within);
            return reply instanceof Reply.Silent silent ? new Reply.Refused(Remedy.RETRY, silent.why()) : reply;
        };
    }

    private static Performer noStops(Performer real) {
        return (action, within) ->
                action.effect().lane() == Lane.STOP ? new Reply.Accepted("halted") : real.perform(action, within);
    }

    private static Action other(Action action) {
        return action.effect() instanceof Effect.Expose e
                ? with(
                        action,
                        new Effect.Expose(
                                e.destination(),
                                e.candidate(),
                                new BuildNumber(e.build().value() + 1),
                                e.artifact(),
                                e.exposure(),
                                e.rung()))
                : action;
    }

    private static Action everyone(Action action) {
        return action.effect() instanceof Effect.Expose e
                ? with(
                        action,
                        new Effect.Expose(
                                e.destination(), e.candidate(), e.build(), e.artifact(), Exposure.EVERYONE, e.rung()))
                : action;
    }

    private static Action with(Action a, Effect effect) {
        return new Action(a.id(), effect, a.decision(), a.plannedAt(), a.sentAt(), a.acceptedAt(), a.state());
    }
}
