package vn.gopy.register;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.gopy.db.Database;
import vn.gopy.policy.Document;

/// The register of documents as everybody reads it: those of the library, and those that editors entered. A
/// number that stands in the library is shown once, as it stands there.
public final class Papers {
    /// What is a source of claims, but no document that asks something of somebody.
    private static final Set<String> NO_DOCUMENTS = Set.of("press", "project");

    private final Database database;
    private final Supplier<List<Document>> library;
    private final SqlRegister sql = new SqlRegister();

    /// @param library the documents of the library as it is now
    public Papers(Database database, Supplier<List<Document>> library) {
        this.database = database;
        this.library = library;
    }

    /// Which documents are looked for.
    ///
    /// @param level a code of [Register#LEVELS]
    /// @param over  whether they are over on a day, or not; empty for both
    public record Filter(String words, Optional<String> level, Optional<Boolean> over) {
        public static final Filter ALL = new Filter("", Optional.empty(), Optional.empty());
    }

    /// All of them, the newest first.
    public List<Paper> all() {
        var known = library.get().stream().filter(Papers::isDocument).map(Paper::of).toList();
        var numbers = new HashSet<String>();
        known.forEach(paper -> numbers.add(Keys.ofNumber(paper.number())));
        var own = database.read(tx -> sql.all(tx, Register.DOCUMENTS)).stream().filter(Entry::stands)
                .map(Paper::of).filter(paper -> !numbers.contains(Keys.ofNumber(paper.number())));
        return Stream.concat(known.stream(), own).sorted(Paper.NEWEST).toList();
    }

    /// A web site and a list of codes have no number of their own.
    private static boolean isDocument(Document document) {
        return !NO_DOCUMENTS.contains(document.level())
                && document.number().chars().anyMatch(Character::isDigit);
    }

    /// Those that a filter wants on a day.
    public static List<Paper> some(List<Paper> papers, Filter filter, LocalDate day) {
        var search = new Search(filter.words());
        return papers.stream().filter(paper -> filter.level().map(paper.level()::equals).orElse(true))
                .filter(paper -> filter.over().map(over -> paper.over(day) == over).orElse(true))
                .filter(paper -> search.finds(paper.searched())).toList();
    }
}
