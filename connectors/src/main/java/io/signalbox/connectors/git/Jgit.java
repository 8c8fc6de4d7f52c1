package io.signalbox.connectors.git;

import java.io.File;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit without the settings of whoever runs the process: no user's or system's git configuration is read or written, no git program is
 * started. A commit-graph is used where a repository has one.
 */
final class Jgit {
    private Jgit() {}

    /** Makes it so for the whole process; may be called again. */
    static void quiet() {
        if (!(SystemReader.getInstance() instanceof Alone)) {
            SystemReader.setInstance(new Alone(SystemReader.getInstance()));
        }
    }

    private static final class Alone extends SystemReader.Delegate {
        private final FileBasedConfig system = new Unsaved(null);
        private final FileBasedConfig user = new Unsaved(system);
        private final FileBasedConfig jgit = new Unsaved(null);

        Alone(SystemReader delegate) {
            super(delegate);
            system.setBoolean("core", null, "commitGraph", true);
        }

        @Override
        public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
            return system;
        }

        @Override
        public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
            return user;
        }

        @Override
        public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
            return jgit;
        }
    }

    private static final class Unsaved extends FileBasedConfig {
        /** Of the coarsest file system there is. */
        private static final Duration RESOLUTION = Duration.ofSeconds(2);

        Unsaved(@Nullable Config parent) {
            super(parent, new File("unsaved"), FS.DETECTED);
        }

        /** JGit would find out how exact a file system's times are by writing into it for seconds. */
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long standard, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(RESOLUTION)
                    : super.getTimeUnit(section, subsection, name, standard, unit);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // It is kept in memory alone.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
