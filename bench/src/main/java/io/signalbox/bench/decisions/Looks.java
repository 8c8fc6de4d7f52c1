package io.signalbox.bench.decisions;

import io.signalbox.bench.fleet.Fleet;
import io.signalbox.bench.fleet.FleetEngine;
import io.signalbox.bench.fleet.SetClock;
import io.signalbox.bench.load.Workers;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Settings;
import io.signalbox.engine.storage.Storage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine does a second on some storage, at each repeat.
 *
 * @param steady looks at a track that conclude nothing new
 * @param changing tracks that change their stage, with all looks that this causes at their neighbours
 * @param answers answers of sources that are kept as signals
 */
record Looks(List<Double> steady, List<Double> changing, List<Double> answers) {

    /**
     * How often to do what.
     *
     * @param warmups repeats that do not count
     * @param repeats repeats that do
     * @param rounds how often each repeat goes through the whole fleet
     */
    record Plan(int warmups, int repeats, int rounds) {}

    static Looks measure(Storage storage, Fleet fleet, Workers workers, Plan plan) {
        SetClock clock = new SetClock();
        Engine engine = new Engine(storage, fleet, fleet, clock, System::nanoTime, Settings.standard("bench"));
        FleetEngine work = new FleetEngine(engine, fleet, workers, clock);
        work.begin();
        Looks looks = new Looks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < plan.warmups() + plan.repeats(); i++) {
            looks.repeat(work, plan.rounds());
            if (i < plan.warmups()) {
                looks.forget();
            }
        }
        return looks;
    }

    private void repeat(FleetEngine work, int rounds) {
        Workers.Timed heard = Workers.Timed.NOTHING;
        Workers.Timed looked = Workers.Timed.NOTHING;
        double changed = 0;
        for (int round = 0; round < rounds; round++) {
            heard = heard.and(work.hear(false));
            looked = looked.and(work.lookAtAll());
            changed += work.holdBack().seconds() + work.goAhead().seconds();
        }
        answers.add(heard.perSecond());
        steady.add(looked.perSecond());
        changing.add(2 * rounds * work.fleet().tracks() / changed);
    }

    private void forget() {
        answers.clear();
        steady.clear();
        changing.clear();
    }
}
