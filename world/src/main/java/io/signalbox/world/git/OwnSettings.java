package io.signalbox.world.git;

import java.io.File;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets JGit leave the settings of whoever runs the world alone. By itself it would also spend seconds on finding out how exact the file
 * system's times are, and write that into their home.
 */
final class OwnSettings extends SystemReader.Delegate {
    private final FileBasedConfig none = new None();

    private OwnSettings(SystemReader reader) {
        super(reader);
    }

    /** Makes it so for the whole process, unless somebody else has chosen already. */
    static void use() {
        SystemReader reader = SystemReader.getInstance();
        if (!(reader instanceof SystemReader.Delegate)) {
            SystemReader.setInstance(new OwnSettings(reader));
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return none;
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return none;
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return none;
    }

    private static final class None extends FileBasedConfig {
        /** Of the coarsest file system there is. */
        private static final Duration RESOLUTION = Duration.ofSeconds(2);

        None() {
            super(null, new File("none"), FS.DETECTED);
        }

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
            // Nothing is kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
