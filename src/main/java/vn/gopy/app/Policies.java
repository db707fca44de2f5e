package vn.gopy.app;

import java.time.LocalDate;
import java.util.List;
import vn.gopy.config.Settings;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Folder;
import vn.gopy.policy.Lint;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.PolicyLibrary;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The shipped library, opened for the commands that need nothing else of the service.
record Policies(PolicyLibrary library, Answers answers) {
    static Policies open(Settings settings) {
        var phrasebook = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        var shelf = new PolicyFiles(Folder.shipped()).read();
        var library = PolicyLibrary.open(shelf, gazetteer(settings), phrasebook, settings.zone("time-zone"));
        return new Policies(library, new Answers(phrasebook, library));
    }

    static Lint lint(Settings settings) {
        return Lint.open(Folder.shipped(), gazetteer(settings), today(settings));
    }

    static Gazetteer gazetteer(Settings settings) {
        return Gazetteer.open(settings.text("province"));
    }

    private static LocalDate today(Settings settings) {
        return LocalDate.now(settings.zone("time-zone"));
    }
}
