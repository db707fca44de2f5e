package vn.gopy.db;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.NativeDB;

/// Listens between SQLite and the operating system: every write, truncation, removal and fsync of files in
/// one folder is noted in a [DiskLog], in its order, and then goes its way.
///
/// SQLite reaches its files through a table of functions (`sqlite3_vfs`, and a `sqlite3_io_methods` for each
/// kind of file). This puts functions of its own into those tables by Java's foreign function interface, so
/// that the shipped library runs unchanged. The offsets are those of any 64-bit machine.
@SuppressWarnings({"restricted", "UnusedMethod"}) // SQLite calls them
final class DiskTap implements AutoCloseable {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Arena FOR_EVER = Arena.global();
    private static final int OK = 0;
    private static final int IO_ERROR = 10;

    private static final long VFS_OPEN = 40;
    private static final long VFS_DELETE = 48;
    private static final long FILE_WRITE = 24;
    private static final long FILE_TRUNCATE = 32;
    private static final long FILE_SYNC = 40;
    private static final long FILE_METHODS = 152;

    private static final FunctionDescriptor OPEN = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS,
            JAVA_INT, ADDRESS);
    private static final FunctionDescriptor DELETE = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS,
            JAVA_INT);
    private static final FunctionDescriptor WRITE = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS,
            JAVA_INT,
            JAVA_LONG);
    private static final FunctionDescriptor TRUNCATE = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG);
    private static final FunctionDescriptor SYNC = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);

    private final Path folder;
    private final DiskLog log;
    private final MemorySegment vfs;
    private final MemorySegment itsOpen;
    private final MemorySegment itsDelete;
    private final MethodHandle open;
    private final MethodHandle delete;
    private final Map<Long, Kind> kinds = new ConcurrentHashMap<>();
    private final Map<Long, OpenFile> files = new ConcurrentHashMap<>();

    private DiskTap(Path folder, DiskLog log, MemorySegment vfs) {
        this.folder = folder;
        this.log = log;
        this.vfs = vfs;
        itsOpen = vfs.get(ADDRESS, VFS_OPEN);
        itsDelete = vfs.get(ADDRESS, VFS_DELETE);
        open = LINKER.downcallHandle(itsOpen, OPEN);
        delete = LINKER.downcallHandle(itsDelete, DELETE);
    }

    /// Listens to all files of a folder that are opened from now on.
    static DiskTap on(Path folder, DiskLog log) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            var handle = NativeDB.class.getDeclaredField("pointer");
            handle.setAccessible(true);
            long sqlite = handle.getLong(connection.unwrap(SQLiteConnection.class).getDatabase());
            var vfs = MemorySegment.ofAddress(sqlite).reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
            var tap = new DiskTap(folder, log, vfs.reinterpret(VFS_DELETE + ADDRESS.byteSize()));
            tap.vfs.set(ADDRESS, VFS_OPEN, tap.function("open", OPEN));
            tap.vfs.set(ADDRESS, VFS_DELETE, tap.function("delete", DELETE));
            return tap;
        }
    }

    private MemorySegment function(String name, FunctionDescriptor shape)
            throws ReflectiveOperationException {
        var target = MethodHandles.lookup().bind(this, name, shape.toMethodType());
        return LINKER.upcallStub(target, shape, FOR_EVER);
    }

    private record Kind(MemorySegment methods, MethodHandle write, MethodHandle truncate,
            MethodHandle sync) {}

    private record OpenFile(String name, Kind kind) {}

    private int open(MemorySegment itsVfs, MemorySegment path, MemorySegment file, int flags,
            MemorySegment flagsOut) {
        try {
            int code = (int) open.invokeExact(itsVfs, path, file, flags, flagsOut);
            if (code == OK && isOurs(path)) {
                var start = file.reinterpret(ADDRESS.byteSize());
                var kind = kinds.computeIfAbsent(start.get(ADDRESS, 0).address(), this::kind);
                files.put(file.address(), new OpenFile(name(path), kind));
                start.set(ADDRESS, 0, kind.methods);
            }
            return code;
        } catch (Throwable fault) {
            return failed(fault);
        }
    }

    private Kind kind(long address) {
        try {
            var its = MemorySegment.ofAddress(address).reinterpret(FILE_METHODS);
            var ours = FOR_EVER.allocate(FILE_METHODS, ADDRESS.byteSize()).copyFrom(its);
            ours.set(ADDRESS, FILE_WRITE, function("write", WRITE));
            ours.set(ADDRESS, FILE_TRUNCATE, function("truncate", TRUNCATE));
            ours.set(ADDRESS, FILE_SYNC, function("sync", SYNC));
            return new Kind(ours, LINKER.downcallHandle(its.get(ADDRESS, FILE_WRITE), WRITE),
                    LINKER.downcallHandle(its.get(ADDRESS, FILE_TRUNCATE), TRUNCATE),
                    LINKER.downcallHandle(its.get(ADDRESS, FILE_SYNC), SYNC));
        } catch (ReflectiveOperationException fault) {
            throw new IllegalStateException("could not listen to a file", fault);
        }
    }

    private int delete(MemorySegment itsVfs, MemorySegment path, int syncFolder) {
        try {
            int code = (int) delete.invokeExact(itsVfs, path, syncFolder);
            if (code == OK && isOurs(path)) {
                log.removed(name(path));
            }
            return code;
        } catch (Throwable fault) {
            return failed(fault);
        }
    }

    private int write(MemorySegment file, MemorySegment from, int length, long offset) {
        try {
            var open = file(file);
            int code = (int) open.kind.write.invokeExact(file, from, length, offset);
            if (code == OK) {
                log.written(open.name, offset, from.reinterpret(length).toArray(JAVA_BYTE));
            }
            return code;
        } catch (Throwable fault) {
            return failed(fault);
        }
    }

    private int truncate(MemorySegment file, long length) {
        try {
            var open = file(file);
            int code = (int) open.kind.truncate.invokeExact(file, length);
            if (code == OK) {
                log.truncated(open.name, length);
            }
            return code;
        } catch (Throwable fault) {
            return failed(fault);
        }
    }

    private int sync(MemorySegment file, int flags) {
        try {
            var open = file(file);
            int before = log.length();
            int code = (int) open.kind.sync.invokeExact(file, flags);
            if (code == OK) {
                log.synced(open.name, before);
            }
            return code;
        } catch (Throwable fault) {
            return failed(fault);
        }
    }

    private OpenFile file(MemorySegment file) {
        var open = files.get(file.address());
        if (open == null) {
            throw new IllegalStateException("a file that was never opened");
        }
        return open;
    }

    private boolean isOurs(MemorySegment path) {
        return path.address() != 0 && Path.of(text(path)).startsWith(folder);
    }

    private String name(MemorySegment path) {
        return folder.relativize(Path.of(text(path))).toString();
    }

    private static String text(MemorySegment path) {
        return path.reinterpret(4_096).getString(0);
    }

    /// Nothing may be thrown into SQLite: it would end the process.
    private int failed(Throwable fault) {
        log.broken(fault);
        return IO_ERROR;
    }

    /// Listens to no further file; those open are listened to until they are closed.
    @Override
    public void close() {
        vfs.set(ADDRESS, VFS_OPEN, itsOpen);
        vfs.set(ADDRESS, VFS_DELETE, itsDelete);
    }
}
