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

    static Looks measure(Storage storage, Fleet fleet, Workers workers, int warmups, int repeats) {
        SetClock clock = new SetClock();
        Engine engine = new Engine(storage, fleet, fleet, clock, System::nanoTime, Settings.standard("bench"));
        FleetEngine work = new FleetEngine(engine, fleet, workers, clock);
        work.begin();
        Looks looks = new Looks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < warmups + repeats; i++) {
            double answers = work.hear(false).perSecond();
            double steady = work.lookAtAll().perSecond();
            double changes = work.holdBack().seconds() + work.goAhead().seconds();
            if (i >= warmups) {
                looks.answers().add(answers);
                looks.steady().add(steady);
                looks.changing().add(2 * fleet.tracks() / changes);
            }
        }
        return looks;
    }
}
