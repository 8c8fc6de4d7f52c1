package io.signalbox.storage.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A folder unpacked from a .txz, with a list of its files and their sizes by which a damaged one is known. */
final class Unpacked {
    private static final String LIST = "files.list";

    private Unpacked() {}

    static boolean whole(Path folder) throws IOException {
        Optional<String> list = Disk.readIfThere(folder.resolve(LIST));
        return list.isPresent() && list.get().lines().allMatch(line -> isThere(folder, line));
    }

    private static boolean isThere(Path folder, String line) {
        int space = line.indexOf(' ');
        try {
            return Files.size(folder.resolve(line.substring(space + 1))) == Long.parseLong(line.substring(0, space));
        } catch (IOException e) {
            return false;
        }
    }

    static void unpack(InputStream archive, Path folder) throws IOException {
        List<String> list = new ArrayList<>();
        Files.createDirectories(folder);
        Disk.restrict(folder, "rwxr-xr-x");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the archive names a file outside of itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    makeFolder(path);
                } else if (entry.isSymbolicLink()) {
                    makeFolder(Objects.requireNonNull(path.getParent()));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    throw new IOException("the archive has a hard link, which is not foreseen: " + entry.getName());
                } else {
                    makeFolder(Objects.requireNonNull(path.getParent()));
                    Files.copy(tar, path);
                    Disk.restrict(path, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
                    list.add(entry.getSize() + " " + entry.getName());
                }
            }
        }
        Disk.writePrivately(folder.resolve(LIST), String.join("\n", list) + "\n");
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Disk.restrict(folder, "rwxr-xr-x");
        }
    }
}
