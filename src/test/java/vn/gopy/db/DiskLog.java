package vn.gopy.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// All that happened to some files, in its order, and what a power cut after any of it may have left of them.
///
/// What was written before an fsync began that ended before the cut is there whole. Of what was written
/// later, each sector of 512 bytes is there or not, whatever its order, or it is torn: its first half new, the
/// second noise. Nothing outside of the written bytes is harmed, and files are made and removed in their
/// order, as a file system with a journal does. Not modelled: a drive that says "synced" and lies, one that
/// harms neighbouring sectors, and bits that rot.
final class DiskLog {
    private static final int SECTOR = 512;

    private final List<Happening> all = new ArrayList<>();
    private final List<Throwable> broken = new ArrayList<>();

    private sealed interface Happening {
        String file();

        record Written(String file, long offset, Bytes bytes) implements Happening {}

        record Truncated(String file, long length) implements Happening {}

        record Removed(String file) implements Happening {}

        record Synced(String file, int all) implements Happening {}

        /// Somebody was told that their write-set is safe.
        record Acknowledged(String file, int which) implements Happening {}
    }

    /// Bytes that nobody changes.
    private static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    synchronized void written(String file, long offset, byte[] bytes) {
        all.add(new Happening.Written(file, offset, new Bytes(bytes)));
    }

    synchronized void truncated(String file, long length) {
        all.add(new Happening.Truncated(file, length));
    }

    synchronized void removed(String file) {
        all.add(new Happening.Removed(file));
    }

    /// What happened before the first so many things is on the disk.
    synchronized void synced(String file, int before) {
        all.add(new Happening.Synced(file, before));
    }

    synchronized void acknowledged(int which) {
        all.add(new Happening.Acknowledged("", which));
    }

    synchronized void broken(Throwable fault) {
        broken.add(fault);
    }

    /// What went wrong with listening; empty, or the log is worth nothing.
    synchronized List<Throwable> broken() {
        return List.copyOf(broken);
    }

    synchronized int length() {
        return all.size();
    }

    /// The write-sets acknowledged before a cut.
    synchronized Set<Integer> acknowledgedBefore(int cut) {
        var which = new TreeSet<Integer>();
        for (var happening : all.subList(0, cut)) {
            if (happening instanceof Happening.Acknowledged(_, var one)) {
                which.add(one);
            }
        }
        return which;
    }

    /// The files as the power cut leaves them after so many happenings.
    synchronized Map<String, byte[]> after(int cut, Random chance) {
        var safe = new HashMap<String, Integer>();
        for (var happening : all.subList(0, cut)) {
            if (happening instanceof Happening.Synced(var file, var before)) {
                safe.merge(file, before, Math::max);
            }
        }
        double kept = List.of(0.0, 0.5, 0.9, 1.0).get(chance.nextInt(4));
        var files = new HashMap<String, Image>();
        for (int i = 0; i < cut; i++) {
            var happening = all.get(i);
            boolean whole = i < safe.getOrDefault(happening.file(), 0);
            happen(files, happening, whole ? new Luck(chance, 1, 0) : new Luck(chance, kept, 0.1));
        }
        var left = new HashMap<String, byte[]>();
        files.forEach((name, image) -> left.put(name, image.bytes()));
        return left;
    }

    private static void happen(Map<String, Image> files, Happening happening, Luck luck) {
        switch (happening) {
            case Happening.Written(var file, var offset, var written) -> files
                    .computeIfAbsent(file, _ -> new Image()).write((int) offset, written.bytes, luck);
            case Happening.Truncated(var file, var length) -> {
                if (luck.keeps()) {
                    files.computeIfAbsent(file, _ -> new Image()).truncate((int) length);
                }
            }
            case Happening.Removed(var file) -> files.remove(file);
            case Happening.Synced _,Happening.Acknowledged _ -> {
                // They change no file.
            }
        }
    }

    /// What becomes of a sector.
    private record Luck(Random chance, double kept, double torn) {
        boolean keeps() {
            return kept == 1 || chance.nextDouble() < kept;
        }

        boolean tears() {
            return torn > 0 && chance.nextDouble() < torn;
        }
    }

    /// A file in memory.
    private static final class Image {
        private byte[] bytes = new byte[0];
        private int length;

        void write(int offset, byte[] from, Luck luck) {
            for (int at = 0; at < from.length;) {
                int size = Math.min(SECTOR - (offset + at) % SECTOR, from.length - at);
                if (luck.keeps()) {
                    grow(offset + at + size);
                    System.arraycopy(from, at, bytes, offset + at, size);
                    if (luck.tears()) {
                        tear(offset + at + size / 2, offset + at + size, luck.chance);
                    }
                }
                at += size;
            }
        }

        private void tear(int begin, int end, Random chance) {
            for (int i = begin; i < end; i++) {
                bytes[i] = (byte) chance.nextInt(256);
            }
        }

        private void grow(int needed) {
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
            }
            length = Math.max(length, needed);
        }

        void truncate(int to) {
            if (to < length) {
                Arrays.fill(bytes, to, length, (byte) 0);
                length = to;
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
