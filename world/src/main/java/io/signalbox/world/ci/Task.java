package io.signalbox.world.ci;

import java.time.Duration;
import java.util.Optional;

/** What a job is to do. */
sealed interface Task {
    String name();

    Duration length(CiSettings settings);

    /** What follows when it has gone well. */
    Optional<Task> next();

    /** The check of a push to main. */
    record Check() implements Task {
        @Override
        public String name() {
            return "ci";
        }

        @Override
        public Duration length(CiSettings settings) {
            return settings.check();
        }

        @Override
        public Optional<Task> next() {
            return Optional.empty();
        }
    }

    /** One step of a platform's build. */
    record Of(Step step, Platform platform) implements Task {
        @Override
        public String name() {
            return step.job(platform);
        }

        @Override
        public Duration length(CiSettings settings) {
            return settings.length(step);
        }

        @Override
        public Optional<Task> next() {
            return step.next().map(following -> new Of(following, platform));
        }
    }
}
