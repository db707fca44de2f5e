package vn.gopy.app;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.gopy.config.Settings;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Bookcase;
import vn.gopy.policy.Folder;
import vn.gopy.policy.Lint;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.PolicyLibrary;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// A library, opened for the commands that need nothing else of the service.
record Policies(PolicyLibrary library, Answers answers) {
    /// That of the settings.
    static Policies open(Settings settings) {
        return open(settings, folder(settings));
    }

    static Policies open(Settings settings, Folder folder) {
        var phrasebook = phrasebook();
        var library = PolicyLibrary.open(new PolicyFiles(folder).read(), gazetteer(settings), phrasebook,
                settings.zone("time-zone"));
        return new Policies(library, new Answers(phrasebook, library));
    }

    /// Documents and claims as they are now: those of the operator's folder or those that came with the
    /// program, with what editors wrote on the page.
    static Folder folder(Settings settings) {
        return bookcase(settings).whole();
    }

    static Bookcase bookcase(Settings settings) {
        return Bookcase.of(settings.find("policies").map(_ -> settings.path("policies")),
                new DataFolder(settings.path("data")).claims());
    }

    static Lint lint(Settings settings) {
        return Lint.open(folder(settings), gazetteer(settings), today(settings));
    }

    static Gazetteer gazetteer(Settings settings) {
        return Gazetteer.open(settings.text("province"));
    }

    static Phrasebook phrasebook() {
        return Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    }

    static LocalDate today(Settings settings) {
        return LocalDate.ofInstant(Instant.now(), settings.zone("time-zone"));
    }
}
