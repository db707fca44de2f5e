package vn.gopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// How long our files and methods are, printed and held: `mvn test -Dtest=HouseSizesTest`.
class HouseSizesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 40;
    private static final int MOST_PARAMETERS = 4;
    private static final int WIDE = 110;

    @Test
    void files_and_methods_stay_short() throws IOException {
        var files = sources();
        var lengths = files.stream().map(HouseSizesTest::lines).map(List::size).sorted().toList();
        var methods = new Methods();
        methods.read(files);
        var sorted = methods.all.stream().map(Method::lines).sorted().toList();

        System.out.printf("files %d: median %d, p90 %d, longest %d lines%n", lengths.size(), at(lengths, 50),
                at(lengths, 90), lengths.getLast());
        System.out.printf("methods %d: median %d, p90 %d, longest %d lines%n", sorted.size(), at(sorted, 50),
                at(sorted, 90), sorted.getLast());

        System.out.printf("lines wider than %d columns: %d%n", WIDE, files.stream().map(HouseSizesTest::lines)
                .flatMap(List::stream).filter(line -> line.length() > WIDE).count());

        assertTrue(lengths.getLast() <= LONGEST_FILE, "a file is longer than " + LONGEST_FILE + " lines");
        assertEquals(List.of(),
                methods.all.stream().filter(method -> method.lines > LONGEST_METHOD).toList());
        assertEquals(List.of(),
                methods.all.stream().filter(method -> method.parameters > MOST_PARAMETERS).toList());
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java")).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static int at(List<Integer> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private record Method(String name, int lines, int parameters) {}

    /// Finds every method of some files with the compiler's own parser. Constructors of records are no
    /// methods.
    private static final class Methods extends TreeScanner<Void, CompilationUnitTree> {
        private final List<Method> all = new ArrayList<>();
        private SourcePositions positions = Trees.instance(task(List.of())).getSourcePositions();

        void read(List<Path> files) throws IOException {
            var task = task(files);
            positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                scan(unit, unit);
            }
        }

        private static JavacTask task(List<Path> files) {
            var compiler = ToolProvider.getSystemJavaCompiler();
            var manager = compiler.getStandardFileManager(null, null, null);
            return (JavacTask) compiler.getTask(null, manager, null, null, null,
                    manager.getJavaFileObjectsFromPaths(files));
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            return type.getKind() == Tree.Kind.RECORD
                    ? scan(type.getMembers(), unit)
                    : super.visitClass(type, unit);
        }

        /// The transaction does not count: it is what ties calls together.
        private static int parameters(MethodTree method) {
            return (int) method.getParameters().stream().filter(one -> !one.getType().toString().equals("Tx"))
                    .count();
        }

        private static boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().toString().contains("Override");
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            if (method.getBody() != null) {
                var lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                boolean constructor = method.getName().contentEquals("<init>");
                all.add(new Method(unit.getSourceFile().getName() + " " + method.getName(),
                        (int) Math.max(1, last - first - 1),
                        constructor || overrides(method) ? 0 : parameters(method)));
            }
            return super.visitMethod(method, unit);
        }
    }
}
