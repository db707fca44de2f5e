package vn.gopy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who may import whom, and where a technology may stand. The table is the house's plan: change it when the
/// plan changes.
class HouseRulesTest {
    private static final String ROOT = "vn.gopy.";
    private static final Set<String> EVERYBODY_MAY = Set.of("config", "metrics");

    /// A room, and the rooms of ours that it may import beside config and metrics.
    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            entry("config", Set.of()),
            entry("metrics", Set.of()),
            entry("chat", Set.of()),
            entry("topic", Set.of()),
            entry("text", Set.of()),
            entry("db", Set.of()),
            entry("web", Set.of("text")),
            entry("wire", Set.of()),
            entry("vault", Set.of("db")),
            entry("place", Set.of("text")),
            entry("reading", Set.of("text", "place", "topic")),
            entry("policy", Set.of("text", "place", "reading", "topic")),
            entry("outbox", Set.of("db", "vault", "chat")),
            entry("feedback", Set.of("db", "vault", "text", "place", "topic")),
            entry("identity", Set.of("wire")),
            entry("official", Set.of("db", "vault", "text", "place", "identity")),
            entry("hook", Set.of("outbox", "db", "vault", "wire", "chat")),
            entry("release", Set.of("feedback", "place", "db", "hook", "text", "topic", "vault")),
            entry("answer",
                    Set.of("release", "feedback", "official", "policy", "hook", "outbox", "chat", "db",
                            "vault",
                            "text", "place", "topic")),
            entry("forum",
                    Set.of("answer", "release", "feedback", "official", "policy", "outbox", "chat", "db",
                            "vault",
                            "text", "place", "topic")),
            entry("poll",
                    Set.of("release", "feedback", "official", "policy", "outbox", "chat", "db", "vault",
                            "text",
                            "place")),
            entry("quote",
                    Set.of("release", "feedback", "official", "db", "vault", "text", "place", "topic")),
            entry("request",
                    Set.of("official", "feedback", "outbox", "chat", "db", "vault", "text", "place",
                            "topic")),
            entry("register", Set.of("official", "policy", "db", "text", "place")),
            entry("dialogue",
                    Set.of("policy", "place", "reading", "feedback", "release", "chat", "text", "topic")),
            entry("picture", Set.of("chat")),
            entry("channel.telegram", Set.of("chat", "text", "web", "wire", "vault", "picture")),
            entry("channel.web", Set.of("chat", "text", "web", "wire", "vault", "picture")),
            entry("channel.webhook", Set.of("chat", "text", "web", "wire", "vault")),
            entry("channel.console", Set.of("chat", "text", "web", "wire", "vault")),
            entry("dashboard",
                    Set.of("release", "answer", "forum", "poll", "quote", "request", "register", "official",
                            "identity",
                            "policy", "place",
                            "hook",
                            "outbox",
                            "db", "text", "web", "topic")),
            entry("api",
                    Set.of("release", "register", "policy", "place", "hook", "outbox", "db", "text", "web",
                            "topic")),
            entry("export",
                    Set.of("release", "register", "request", "policy", "place", "hook", "outbox", "db",
                            "text", "web",
                            "topic")),
            entry("reception",
                    Set.of("dialogue", "feedback", "release", "answer", "forum", "poll", "request",
                            "official", "hook",
                            "outbox",
                            "chat", "text", "vault", "db")));
    private static final String APP = "app";
    private static final String GENERATED = "pages";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.gopy");

    @Test
    void every_import_stands_in_the_table() {
        var forbidden = new TreeSet<String>();
        HOUSE.forEach(from -> from.getDirectDependenciesFromSelf().forEach(dependency -> {
            var to = dependency.getTargetClass();
            if (to.getPackageName().startsWith(ROOT) && !allowed(room(from), room(to))) {
                forbidden.add(room(from) + " imports " + room(to) + " (" + from.getSimpleName() + ")");
            }
        }));

        assertEquals(Set.of(), forbidden, "imports that the table does not allow");
    }

    private static boolean allowed(String from, String to) {
        return from.equals(to) || from.equals(APP) || from.equals(GENERATED) || to.equals(GENERATED)
                || EVERYBODY_MAY.contains(to) || TABLE.getOrDefault(from, Set.of()).contains(to);
    }

    @Test
    void every_room_has_a_row() {
        var rooms = HOUSE.stream().map(HouseRulesTest::room).collect(Collectors.toCollection(TreeSet::new));
        rooms.removeAll(Set.of(APP, GENERATED));

        assertTrue(TABLE.keySet().containsAll(rooms), () -> "rooms without a row: " + rooms);
    }

    @Test
    void no_rooms_import_each_other_in_a_circle() {
        slices().matching("vn.gopy.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void only_sql_classes_and_the_ground_speak_sql() {
        noClasses().that().resideOutsideOfPackages("vn.gopy.db..", "vn.gopy.app..").should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..").check(HOUSE);
        var speakers = HOUSE.stream()
                .filter(type -> !room(type).equals("db") && !room(type).equals(APP))
                .filter(type -> !outermost(type).getSimpleName().startsWith("Sql"))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("vn.gopy.db.Tx")))
                .map(JavaClass::getName).toList();

        assertEquals(new ArrayList<>(), speakers, "classes that run SQL and are not called Sql…");
    }

    @Test
    void only_routes_and_the_server_speak_http() {
        classes().that().resideOutsideOfPackages("vn.gopy.web..", "vn.gopy.app..").and()
                .haveNameNotMatching(".*(Routes|Webhook)(\\$.*)?").should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("io.javalin..", "org.eclipse.jetty..", "jakarta..")
                .check(HOUSE);
    }

    @Test
    void the_dialogue_is_pure() {
        noClasses().that().resideInAnyPackage("vn.gopy.dialogue..", "vn.gopy.chat..").should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..", "okhttp3..",
                        "org.apache.hc..", "io.javalin..")
                .check(HOUSE);
        noClasses().that().resideInAnyPackage("vn.gopy.dialogue..", "vn.gopy.chat..").should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread").check(HOUSE);
    }

    @Test
    void only_the_roof_reads_the_clock() {
        noClasses().that().resideOutsideOfPackage("vn.gopy.app..").should()
                .callMethod(Instant.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(LocalDate.class, "now").orShould()
                .callMethod(Clock.class, "systemUTC").check(HOUSE);
    }

    @Test
    void static_fields_are_final() {
        fields().that().areStatic().and().areDeclaredInClassesThat().resideOutsideOfPackage("vn.gopy.pages..")
                .should().beFinal().check(HOUSE);
    }

    @Test
    void outgoing_connections_are_opened_in_two_rooms() {
        noClasses().that().resideOutsideOfPackages("vn.gopy.wire..", "vn.gopy.channel.telegram..").should()
                .dependOnClassesThat().resideInAnyPackage("okhttp3..", "org.apache.hc..", "java.net.http..")
                .check(HOUSE);
    }

    private static String room(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        var below = name.substring(ROOT.length());
        return below.startsWith("channel.") ? below : below.replaceAll("\\..*", "");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRulesTest::outermost).orElse(type);
    }
}
