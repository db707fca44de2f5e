package vn.gopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No regular expression of the house takes long over a hostile text (contracts.md section 5, row 5). Java's
/// engine counts steps by the characters it looks at, so the bound holds on a slow machine too.
class RegexRowsTest {
    private static final int LENGTH = 50_000;
    /// Looks at characters: 2,000,000 take some 30 ms.
    private static final long MOST_LOOKS = 120L * LENGTH;
    private static final Set<String> ASKING = Set.of("compile", "matches", "replaceAll", "replaceFirst",
            "split");
    /// They read files of ours, checked by their own tests, and never what a stranger typed.
    private static final Set<String> READ_OUR_FILES = Set.of("Phrase", "Phrasebook", "Phrases", "Lint",
            "SubjectFile");

    @Test
    void row_5_no_expression_takes_long_over_fifty_thousand_hostile_characters() throws Exception {
        var found = new Expressions();
        Sources.parsed().forEach(unit -> found.scan(unit, unit));
        assertTrue(found.all.size() > 70, () -> "expressions seen: " + found.all.size());
        // glued of names and numbers of ours: none holds a repetition within a repetition
        assertEquals(Set.of("Codes", "Phrases", "Refusal", "Settings", "Side"), found.glued);

        var slow = new TreeSet<String>();
        var most = new Most();
        for (var expression : found.all.entrySet()) {
            for (var text : hostile(expression.getKey())) {
                onASmallStack(() -> look(expression.getKey(), text, most)
                        .ifPresent(why -> slow.add(expression.getValue() + " " + expression.getKey() + " on "
                                + text.substring(0, 6).replaceAll("\\s", "~") + "…: " + why)));
            }
        }
        System.out.printf("%d expressions: at most %d looks (%s)%n", found.all.size(), most.looks,
                most.expression);
        assertEquals(Set.of(), slow);
    }

    private static final class Most {
        private long looks;
        private String expression = "";
    }

    /// Finds and matches everything; tells why not when it looks too often or too deep.
    private static Optional<String> look(String expression, String text, Most most) {
        var counted = new Counted(text);
        try {
            var matcher = Pattern.compile(expression).matcher(counted);
            while (matcher.find()) {
                assertTrue(matcher.end() <= LENGTH + 1);
            }
            assertTrue(!matcher.reset().matches() || matcher.end() == text.length());
        } catch (TooLong _) {
            return Optional.of("over " + MOST_LOOKS + " looks");
        } catch (StackOverflowError _) {
            return Optional.of("too deep");
        }
        if (counted.looks > most.looks) {
            most.looks = counted.looks;
            most.expression = expression;
        }
        return Optional.empty();
    }

    /// A virtual thread of the server has no deep stack either.
    private static void onASmallStack(Runnable work) throws InterruptedException {
        var fault = new AtomicReference<Throwable>();
        var thread = new Thread(null, work, "small", 512 * 1024);
        thread.setUncaughtExceptionHandler((_, thrown) -> fault.set(thrown));
        thread.start();
        thread.join();
        if (fault.get() != null) {
            throw new AssertionError(fault.get());
        }
    }

    /// Long texts of what everybody tries, and of what this expression itself looks for.
    private static Set<String> hostile(String expression) {
        var parts = new LinkedHashSet<>(
                List.of("a", " ", "0", "\n", "á", "{", "«", "(", "*", "a ", "0 ", "a0",
                        "aB", "-a", "<a", "\uD83D\uDE00", "e\u0301"));
        var letters = expression.replaceAll("\\\\[a-zA-Z](\\{[^}]*})?|[\\[\\](){}?+*^$\\\\]", "");
        for (int i = 0; i < letters.length(); i++) {
            parts.add(letters.substring(i, i + 1));
            if (i > 0) {
                parts.add(letters.substring(i - 1, i + 1));
            }
        }
        var texts = new LinkedHashSet<String>();
        for (var part : parts) {
            var body = part.repeat(LENGTH / part.length());
            texts.add(body);
            texts.add(body.substring(0, body.length() - 1) + "!");
        }
        return texts;
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// A text that counts how often it is looked at.
    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Every expression that stands in the sources, with the class it stands in.
    private static final class Expressions extends TreeScanner<Void, CompilationUnitTree> {
        private final Map<String, String> all = new TreeMap<>();
        private final Set<String> glued = new TreeSet<>();

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && ASKING.contains(select.getIdentifier().toString()) && !call.getArguments().isEmpty()
                    && !select.getExpression().toString().contains(".matcher(")) {
                var parts = new ArrayList<String>();
                boolean whole = texts(call.getArguments().getFirst(), parts);
                var name = Sources.name(unit);
                if (whole && !READ_OUR_FILES.contains(name)) {
                    all.put(String.join("", parts), name);
                } else if (!whole && (!parts.isEmpty() || select.toString().equals("Pattern.compile"))) {
                    glued.add(name);
                }
            }
            return super.visitMethodInvocation(call, unit);
        }

        private static boolean texts(ExpressionTree expression, List<String> into) {
            return switch (expression) {
                case LiteralTree literal when literal.getValue() instanceof String text -> into.add(text);
                case BinaryTree sum -> {
                    boolean left = texts(sum.getLeftOperand(), into);
                    yield texts(sum.getRightOperand(), into) && left;
                }
                default -> false;
            };
        }
    }
}
