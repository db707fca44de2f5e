package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Everything that may be found can be said, with the way out.
class FindingsTest {
    private static final Path APP = Path.of("src/main/java/vn/gopy/app");
    private static final List<String> MAKERS = List.of("FolderChecks", "BookChecks", "RunningChecks",
            "EndpointCheckup", "ReleaseCheckup", "DoctorCommand");
    private static final Pattern NAME = Pattern
            .compile(
                    "\"((?:intake|telegram|outbox|endpoint|release|database|disk|backup|folder|keys|clock|alert)"
                            + "\\.[a-z-]+|trouble|version|emergency|keys|clock)\"");
    /// What is never worse than ok.
    private static final Set<String> WELL = Set.of("intake.received", "intake.answered", "intake.refused",
            "intake.parked-none", "outbox.dead-none", "endpoint.none", "endpoint.never-failed",
            "endpoint.answered", "release.none", "release.last", "database.new", "database.older",
            "database.sound", "database.size", "version", "folder.private", "keys", "clock", "alert.marked",
            "alert.none");

    @Test
    void every_finding_has_its_phrase_and_every_bad_one_a_way_out() throws IOException {
        var phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        var missing = new TreeSet<String>();
        var names = new TreeSet<String>();
        for (var maker : MAKERS) {
            NAME.matcher(Files.readString(APP.resolve(maker + ".java"))).results()
                    .forEach(found -> names.add(found.group(1)));
        }
        for (var name : names) {
            for (var language : List.of(Language.VIETNAMESE, Language.ENGLISH)) {
                if (!phrases.has(language, "operations." + name)) {
                    missing.add(language.tag() + " " + name);
                }
                if (!WELL.contains(name) && !phrases.has(language, "operations." + name + ".do")) {
                    missing.add(language.tag() + " " + name + ".do");
                }
            }
        }

        assertTrue(names.size() > 35, names::toString);
        assertTrue(names.containsAll(WELL), () -> "no longer found: " + WELL);
        assertEquals(Set.of(), missing);
    }
}
