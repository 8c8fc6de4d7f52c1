package io.signalbox.storage.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the archive names a file outside of itself: " + entry.getName());
                }
                write(tar, entry, path);
                if (entry.isFile()) {
                    list.add(entry.getSize() + " " + entry.getName());
                }
            }
        }
        Disk.writePrivately(folder.resolve(LIST), String.join("\n", list) + "\n");
        Disk.restrict(folder.resolve(LIST), "rw-r--r--");
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Disk.restrict(path, "rwxr-xr-x");
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        Disk.restrict(path, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }
}
