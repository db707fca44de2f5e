package vn.gopy.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
    private static final String PROVINCE = "quang-ninh";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    static Policies open() {
        var phrasebook = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        var shelf = new PolicyFiles(Folder.shipped()).read();
        var library = PolicyLibrary.open(shelf, gazetteer(), phrasebook, today());
        return new Policies(library, new Answers(phrasebook));
    }

    static Lint lint() {
        return Lint.open(Folder.shipped(), gazetteer(), today());
    }

    static Gazetteer gazetteer() {
        return Gazetteer.open(PROVINCE);
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
