package vn.gopy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import vn.gopy.dashboard.Chart;
import vn.gopy.web.Server;

/// What contracts.md section 5 wants of the sources themselves.
class CodeRowsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importUrl(Server.class.getProtectionDomain().getCodeSource().getLocation());
    private static final Set<String> SPEAKING = Set.of("run", "all", "each", "first", "number");
    private static final Set<String> DRAWING = Set.of("show", "draw");
    /// Sample figures, a second look of the solver, noise for training, the order of two faces or of quotes, and
    /// the jitter of repeats: nobody gains anything by guessing these.
    private static final Set<String> UNGUARDED = Set.of("app.DemoFeedback", "app.Ground",
            "dialogue.FeedbackDesk", "hook.HookCarrier", "hook.Ladder", "outbox.Walk", "place.NameTrial",
            "place.Typist", "policy.HunchSchool", "quote.Quotes", "reading.Noise", "release.Bounds");
    private static final Pattern VERBS = Pattern
            .compile("(?is)^\\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|ALTER|DROP|ATTACH|PRAGMA)\\s.*");

    @Test
    void row_3_no_template_holds_a_script_a_style_or_a_handler_of_its_own() {
        var inline = Pattern.compile("(?i)<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:"
                + "|<iframe|<object|<embed|<base\\b|\\$unsafe|(?<!List)<template");
        var found = Sources.under(Sources.TEMPLATES, ".jte").entrySet().stream()
                .flatMap(file -> inline.matcher(file.getValue()).results()
                        .map(hit -> file.getKey().getFileName() + ": " + hit.group()))
                .toList();

        assertTrue(Sources.under(Sources.TEMPLATES, ".jte").size() > 30);
        assertEquals(List.of(), found);
        assertEquals(List.of(), lines(Sources.under(Sources.TEMPLATES.resolveSibling("static"), ".js"),
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|setTimeout\\(\""));
    }

    @Test
    void row_2_every_link_to_elsewhere_says_nothing_of_where_the_reader_came_from() {
        var elsewhere = Pattern
                .compile("<a [^>]*href=\"(?!/|#|\\$\\{page\\.|\\$\\{[a-z]+\\.address\\((\"/|[a-z]))[^>]*>");
        var wrong = Sources.under(Sources.TEMPLATES, ".jte").entrySet().stream()
                .flatMap(file -> elsewhere.matcher(file.getValue()).results()
                        .map(hit -> file.getKey().getFileName() + " " + hit.group()))
                .filter(link -> !link.contains("rel=\"noopener noreferrer nofollow\"")).toList();

        assertEquals(List.of(), wrong);
    }

    private static List<String> lines(Map<Path, String> files, String pattern) {
        var looked = Pattern.compile(pattern);
        return files.values().stream().flatMap(String::lines).filter(line -> looked.matcher(line).find())
                .toList();
    }

    @Test
    void row_4_every_sentence_of_sql_is_a_constant() {
        var spoken = new Sql();
        Sources.parsed().forEach(unit -> spoken.scan(unit, unit));

        System.out.printf("SQL: %d calls with a constant, %d constants%n", spoken.calls,
                spoken.constants);
        assertTrue(spoken.calls > 120, "calls seen: " + spoken.calls);
        assertEquals(Set.of(), spoken.wrong);
        var jdbc = Sources.lines(Sources.MAIN, "prepareStatement\\(|createStatement\\(|prepareCall\\(")
                .stream()
                .map(line -> line.replaceAll(":.*", "")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("Tx", "Upkeep", "Writer"), jdbc, "who speaks to the driver");
    }

    /// Calls of [vn.gopy.db.Tx] whose sentence is no constant, and sentences that are glued together.
    private static final class Sql extends TreeScanner<Void, CompilationUnitTree> {
        private final Set<String> wrong = new TreeSet<>();
        private int calls;
        private int constants;

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                if (select.getExpression().toString().equals("tx")
                        && SPEAKING.contains(select.getIdentifier().toString())) {
                    calls++;
                    if (!constant(call.getArguments().getFirst())) {
                        wrong.add(Sources.name(unit) + ": " + call);
                    }
                }
                if (select.getIdentifier().contentEquals("formatted")
                        && VERBS.matcher(text(select.getExpression())).matches()) {
                    wrong.add(Sources.name(unit) + ": " + call);
                }
            }
            return super.visitMethodInvocation(call, unit);
        }

        @Override
        public Void visitVariable(VariableTree variable, CompilationUnitTree unit) {
            if (VERBS.matcher(text(variable.getInitializer())).matches()) {
                constants++;
            }
            return super.visitVariable(variable, unit);
        }

        @Override
        public Void visitBinary(BinaryTree sum, CompilationUnitTree unit) {
            if (sum.getKind() == Tree.Kind.PLUS && VERBS.matcher(text(sum.getLeftOperand())).matches()
                    && !constant(sum.getRightOperand())) {
                wrong.add(Sources.name(unit) + ": " + sum);
            }
            return super.visitBinary(sum, unit);
        }

        private static boolean constant(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree _ -> true;
                case IdentifierTree name -> name.getName().toString().matches("[A-Z][A-Z0-9_]*");
                case MemberSelectTree member -> member.getIdentifier().toString().matches("[A-Z][A-Z0-9_]*");
                case ParenthesizedTree inside -> constant(inside.getExpression());
                case ConditionalExpressionTree either ->
                    constant(either.getTrueExpression()) && constant(either.getFalseExpression());
                case BinaryTree sum -> constant(sum.getLeftOperand()) && constant(sum.getRightOperand());
                default -> false;
            };
        }

        private static String text(Object expression) {
            return expression instanceof LiteralTree literal && literal.getValue() instanceof String text
                    ? text
                    : "";
        }
    }

    @Test
    void row_7_every_template_has_a_fixed_name_and_is_compiled_beforehand() {
        var drawn = new Templates();
        Sources.parsed().forEach(unit -> drawn.scan(unit, unit));

        assertTrue(drawn.names.size() > 15, () -> "templates seen: " + drawn.names);
        assertEquals(Set.of(), drawn.wrong);
        assertTrue(Sources.lines(Sources.MAIN, "TemplateEngine\\.create\\(").isEmpty());
        assertTrue(HOUSE.get(Chart.class).getAllSubclasses().size() >= 7);
        assertEquals(List.of(),
                Sources.under(Sources.MAIN.resolve("vn/gopy/dashboard"), "Chart.java").values()
                        .stream().filter(text -> text.contains("implements Chart"))
                        .filter(text -> !text.matches("(?s).*String name\\(\\) \\{\\s+return \"[a-z-]+\";.*"))
                        .toList());
    }

    /// The templates that pages are drawn from: those named by anything but a text of ours.
    private static final class Templates extends TreeScanner<Void, CompilationUnitTree> {
        /// Hand a name on that another method of theirs fixes; the charts' own names are constants.
        private static final Set<String> HANDED_ON = Set.of("Pages", "SignInRoutes");
        private static final String OF_CHARTS = "\"chart-\" + chart.name() + \".jte\"";
        private final Set<String> names = new TreeSet<>();
        private final Set<String> wrong = new TreeSet<>();

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && DRAWING.contains(select.getIdentifier().toString())
                    && select.getExpression().toString().matches(".*[pP]ages(\\(\\))?")) {
                var template = call.getArguments()
                        .get(select.getIdentifier().contentEquals("show") ? 1 : 0);
                if (template instanceof LiteralTree literal) {
                    names.add(String.valueOf(literal.getValue()));
                } else if (!HANDED_ON.contains(Sources.name(unit))
                        && !template.toString().equals(OF_CHARTS)) {
                    wrong.add(Sources.name(unit) + ": " + template);
                }
            }
            return super.visitMethodInvocation(call, unit);
        }
    }

    @Test
    void row_9_nothing_is_made_from_a_class_name_that_a_stranger_sends() {
        noClasses().should().dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectOutputStream").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("java.beans.XMLDecoder").orShould().dependOnClassesThat()
                .resideInAnyPackage("java.rmi..", "javax.naming..", "javax.script..",
                        "com.fasterxml.jackson.annotation..", "com.fasterxml.jackson.databind.jsontype..",
                        "org.yaml.snakeyaml..")
                .check(HOUSE);
        assertEquals(List.of(),
                Sources.lines(Sources.MAIN, "activateDefaultTyping|enableDefaultTyping|JsonTypeInfo"
                        + "|Class\\.forName|(?<!ScopedValue\\.)newInstance\\(|implements (.*, )?Serializable|defineClass"));
    }

    @Test
    void row_34_only_known_good_algorithms_of_the_jdk_are_asked_for() {
        var asked = new TreeSet<String>();
        Sources.under(Sources.MAIN, ".java").forEach((file, text) -> Pattern
                .compile(
                        "(?:MessageDigest|Mac|Cipher|Signature|KeyGenerator|SecretKeyFactory|KeyPairGenerator"
                                + "|KeyAgreement|KDF|SecureRandom)\\s*\\.getInstance\\(([^)]*)\\)")
                .matcher(text).results().map(hit -> meant(hit.group(1), text))
                .forEach(name -> asked.add(
                        name.matches("\"SHA-256\"|\"HmacSHA256\"|\"AES/GCM/NoPadding\"")
                                ? name
                                : Sources.name(file) + " " + name)));

        System.out.println("algorithms: " + asked);
        // the apps of officials know no other one-time code (RFC 6238): a keyed HMAC, where SHA-1 still holds
        assertEquals(Set.of("\"SHA-256\"", "\"HmacSHA256\"", "\"AES/GCM/NoPadding\"", "Totp \"HmacSHA1\""),
                asked);
        assertEquals(List.of(), Sources.lines(Sources.MAIN,
                "(?i)\"(MD5|SHA-?1|DES|DESede|RC4|AES|AES/ECB[^\"]*|AES/CBC[^\"]*|Blowfish)\"").stream()
                .filter(line -> !line.contains("new SecretKeySpec(") && !line.contains("\"AES\"))"))
                .toList());
    }

    /// What a constant of the file stands for.
    private static String meant(String name, String file) {
        var constant = Pattern.compile("String " + Pattern.quote(name) + " = (\"[^\"]*\");").matcher(file);
        return constant.find() ? constant.group(1) : name;
    }

    @Test
    void row_36_whatever_must_not_be_guessed_comes_from_secure_random() {
        var chance = HOUSE.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> isChance(dependency.getTargetClass())))
                .map(type -> outermost(type).getName().replace("vn.gopy.", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        chance.removeAll(UNGUARDED);
        assertEquals(Set.of(), chance);
        assertEquals(List.of(), Sources.lines(Sources.MAIN,
                "Math\\.random|setSeed\\(|new SecureRandom\\([^)]"));
        assertTrue(Sources.lines(Sources.MAIN, "new SecureRandom\\(\\)").size() >= 6);
    }

    private static boolean isChance(JavaClass type) {
        return Set.of(Random.class, SplittableRandom.class, ThreadLocalRandom.class).stream()
                .anyMatch(type::isEquivalentTo)
                || type.getName().equals("java.util.random.RandomGenerator");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CodeRowsTest::outermost).orElse(type);
    }

    @Test
    void row_37_no_certificate_is_ever_waved_through() throws Exception {
        noClasses().should().dependOnClassesThat()
                .haveNameMatching(
                        "javax\\.net\\.ssl\\.(X509(Extended)?TrustManager|HostnameVerifier|TrustManager"
                                + "|TrustManagerFactory)|java\\.security\\.cert\\..*|okhttp3\\.CertificatePinner")
                .check(HOUSE);
        assertEquals(List.of(), Sources.lines(Sources.MAIN,
                "hostnameVerifier|setEndpointIdentificationAlgorithm\\(null|COMPATIBLE_TLS|TLSv1(\\.1)?\""
                        + "|SSLv3|trustAll|jdk\\.tls\\.|com\\.sun\\.net\\.ssl"));
        var spoken = SSLContext.getDefault().getDefaultSSLParameters().getProtocols();
        assertEquals(Set.of("TLSv1.2", "TLSv1.3"), Set.of(spoken));
    }
}
