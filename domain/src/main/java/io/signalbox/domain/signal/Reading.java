package io.signalbox.domain.signal;

/** What one source says about one subject, whole: a source that could give only a part gives a failure instead. */
public sealed interface Reading
        permits RepositoryReading,
                MainChecksReading,
                BuildsReading,
                BugsReading,
                StoreReading,
                HealthReading,
                CheckReading {}
