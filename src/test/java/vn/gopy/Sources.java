package vn.gopy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/// The house's own sources as they stand in the tree, for tests that read them.
final class Sources {
    static final Path MAIN = Path.of("src/main/java");
    static final Path TESTS = Path.of("src/test/java");
    static final Path TEMPLATES = Path.of("src/main/resources/jte");

    private Sources() {}

    /// Each file under a folder whose name ends so, with its text.
    static Map<Path, String> under(Path folder, String end) {
        var all = new TreeMap<Path, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(one -> one.toString().endsWith(end)).toList()) {
                all.put(file, Files.readString(file));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return all;
    }

    /// The lines of Java files that hold a pattern, comments left out, as `Class: line`.
    static List<String> lines(Path folder, String pattern) {
        var looked = Pattern.compile(pattern);
        return under(folder, ".java").entrySet().stream()
                .flatMap(file -> file.getValue().lines().map(String::strip)
                        .filter(line -> !line.startsWith("//") && looked.matcher(line).find())
                        .map(line -> name(file.getKey()) + ": " + line))
                .toList();
    }

    /// The name of the type that a file declares.
    static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    /// Every file of the program, read by the compiler's own parser.
    static List<CompilationUnitTree> parsed() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(null, manager, null, null, null,
                manager.getJavaFileObjectsFromPaths(under(MAIN, ".java").keySet()));
        try {
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .<CompilationUnitTree>map(unit -> unit).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String name(CompilationUnitTree unit) {
        return name(Path.of(unit.getSourceFile().getName()));
    }
}
