package vn.gopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What contracts.md section 5 wants of the build and of the tree as a whole.
class BuildRowsTest {
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules");
    /// What a secret looks like, by kind.
    private static final Map<String, Pattern> SECRETS = Map.of(
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
            "a token of a Telegram bot", Pattern.compile("\\b[0-9]{8,10}:[A-Za-z0-9_-]{35}\\b"),
            "a key of a cloud", Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|\\bAIza[A-Za-z0-9_-]{35}\\b"),
            "a token of a forge",
            Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20})\\b"),
            "a token of a chat", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            "a signed token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\."),
            "a webhook's secret", Pattern.compile("\\bwhsec_[A-Za-z0-9+/]{32,}"),
            "a password in an address", Pattern.compile("[a-z]+://[^/\\s:@\"<>]+:[^/\\s:@\"<>]{6,}@[a-z0-9]"),
            "a value beside its name", Pattern.compile("\\b(?i:password|passwd|secret|token|api[_-]?key)\\b"
                    + "\\s*[:=]\\s*[\"']?(?=[A-Za-z0-9+/_-]*[0-9])(?=[A-Za-z0-9+/_-]*[A-Z])[A-Za-z0-9+/_-]{24,}"));
    /// Secrets that guard nothing: the worked examples of the Standard Webhooks specification and of RFC 6238.
    private static final Set<String> PUBLIC = Set.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @Test
    void row_38_no_secret_stands_in_the_tree() throws IOException {
        var found = new TreeSet<String>();
        int read = 0;
        for (var file : tree()) {
            for (var hit : secrets(text(file))) {
                if (PUBLIC.stream().noneMatch(hit::endsWith) && !hit.matches(".*whsec_(.)\\1+")) {
                    found.add(file + ": " + hit);
                }
            }
            read++;
        }
        System.out.printf("%d files looked through for secrets%n", read);
        assertTrue(read > 500, "files: " + read);
        assertEquals(Set.of(), found);
    }

    /// The scan itself: each kind is found where it is planted, and plain words are not taken for secrets.
    @Test
    void row_38_the_scan_finds_what_is_planted() {
        var planted = List.of("-----BEGIN RSA PRIVATE " + "KEY-----", "12345678:" + "AA".repeat(17) + "x",
                "AKIA" + "ABCDEFGHIJKLMNOP", "ghp_" + "a1".repeat(18), "xoxb-" + "1234567890",
                "eyJ" + "hbGciOiJub25l.eyJ" + "zdWIiOiIxMjM0.", "whsec_" + "Zm9v".repeat(8),
                "postgres://gopy:" + "hunter22@db", "token = \"" + "Ab1".repeat(9) + "\"");
        planted.forEach(text -> assertEquals(1, secrets("x " + text).size(), text));
        assertEquals(SECRETS.size(), planted.stream().map(text -> secrets(text).getFirst().split(":", -1)[0])
                .distinct().count());
        for (var plain : List.of("telegram-token-file: \"\"", "the token of the tests", "password: 12 to 128",
                "https://gopy.example/figures?period=2026-10",
                "secret = settings.secret(\"metrics-token\")")) {
            assertEquals(List.of(), secrets(plain));
        }
    }

    private static List<String> secrets(String text) {
        var found = new ArrayList<String>();
        SECRETS.forEach((kind, form) -> form.matcher(text).results()
                .forEach(hit -> found.add(kind + ": " + hit.group())));
        return found;
    }

    private static List<Path> tree() throws IOException {
        var all = new ArrayList<Path>();
        Files.walkFileTree(Path.of("."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.toString().endsWith(".png")) {
                    all.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException _) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void row_38_no_command_takes_a_secret_as_an_argument() {
        var options = Sources.lines(Sources.MAIN, "@(Option|Parameters)\\(.*names? = \"");
        assertTrue(options.size() > 10);
        assertEquals(List.of(), options.stream()
                .filter(line -> line.matches("(?i).*--[a-z-]*(token|secret|password|key|code=).*")).toList());
    }

    /// The list of parts is made by `mvn package` as `target/bom.json`; docs/operating.md tells how it is held
    /// against what is known to be vulnerable.
    @Test
    void row_42_every_part_is_pinned_and_listed_when_the_program_is_packed() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var versions = Pattern.compile("<(version|[a-z]+\\.version)>([^<]*)</").matcher(pom).results()
                .map(hit -> hit.group(2)).filter(version -> !version.startsWith("${")).toList();
        assertTrue(versions.size() > 30, () -> "versions: " + versions.size());
        assertEquals(List.of("[25,)"), versions.stream()
                .filter(version -> !version.matches("[0-9]+(\\.[0-9A-Za-z-]+)*")
                        || version.matches(".*(SNAPSHOT|LATEST|RELEASE).*"))
                .toList(), "of these only the Java release may float");
        assertTrue(
                pom.matches(
                        "(?s).*<artifactId>cyclonedx-maven-plugin</artifactId>\\s*<version>[0-9.]+</version>"
                                + ".*?<phase>package</phase>\\s*<goals>\\s*<goal>makeBom</goal>.*"),
                "the list of parts");
        var told = Files.readString(Path.of("docs/operating.md"));
        for (var word : List.of("target/bom.json", "osv-scanner", "--offline", "7 days", "30 days")) {
            assertTrue(told.contains(word), word);
        }
    }
}
