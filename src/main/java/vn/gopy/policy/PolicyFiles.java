package vn.gopy.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import vn.gopy.config.KeptYaml;
import vn.gopy.text.Folding;

/// Reads `config/policies/`: `library.yaml` names the subjects, `documents.yaml` the documents, and each
/// subject has a file of claims. A fault stops the reading with the name of the file and of the claim.
public final class PolicyFiles {
    private final Folder folder;

    public PolicyFiles(Folder folder) {
        this.folder = folder;
    }

    /// The subjects of a folder, each the name of a file of claims.
    public static List<String> subjects(Folder folder) {
        var files = new PolicyFiles(folder);
        return parsed("library.yaml", files.bytes("library.yaml")).texts("subjects");
    }

    /// The documents of a folder, in the order of their numbers.
    public static List<Document> documents(Folder folder) {
        var files = new PolicyFiles(folder);
        return documents(parsed("documents.yaml", files.bytes("documents.yaml"))).byId().values()
                .stream().sorted(Comparator.comparing(Document::number)).toList();
    }

    public Shelf read() {
        var names = new ArrayList<>(
                List.of("library.yaml", "documents.yaml", "words.yaml", "units.yaml", "judge.yaml"));
        var library = parsed("library.yaml", bytes("library.yaml"));
        library.texts("subjects").forEach(subject -> names.add(subject + ".yaml"));
        var raw = names.parallelStream().map(this::bytes).toList();
        var nodes = new HashMap<String, Node>();
        IntStream.range(0, names.size()).parallel()
                .mapToObj(i -> parsed(names.get(i), raw.get(i))).toList()
                .forEach(node -> nodes.put(node.where(), node));
        var documents = documents(at(nodes, "documents.yaml"));
        var entries = library.texts("subjects").stream()
                .flatMap(
                        subject -> new SubjectFile(subject, at(nodes, subject + ".yaml"), documents).entries()
                                .stream())
                .toList();
        checkReferences(entries);
        var words = at(nodes, "words.yaml").knows(Set.of("shorthand", "same", "filler"));
        var shorthand = new HashMap<String, String>();
        words.groups("shorthand").forEach((whole, group) -> group.forEach(one -> {
            if (one.indexOf(' ') >= 0 || !Folding.fold(one).equals(one)) {
                throw words.wrong("'" + one + "' under shorthand is not one word without marks");
            }
            shorthand.put(one, whole);
        }));
        var units = at(nodes, "units.yaml").knows(Set.of("asks", "instead", "by-unit", "ordinary", "card",
                "sources", "tables"));
        return new Shelf(documents, entries, UnitSources.from(units, documents, Shelf.checkedOn(entries)),
                units.groups("asks"), units.groups("instead"),
                units.groups("by-unit"),
                units.texts("ordinary"),
                units.texts("card"), () -> DevQuestion.strange(folder),
                new Wording(shorthand, words.groups("same"), words.texts("filler")),
                Judge.from(at(nodes, "judge.yaml")), version(raw));
    }

    private static Node at(Map<String, Node> nodes, String name) {
        var node = nodes.get(name);
        if (node == null) {
            throw new PolicyException(name + " is missing");
        }
        return node;
    }

    private static Documents documents(Node file) {
        var documents = new HashMap<String, Document>();
        for (var node : file.knows(Set.of("documents")).each("documents")) {
            var one = node.in(node.text("id"))
                    .knows(Set.of("id", "number", "title", "issuer", "level", "date", "from", "until", "asks",
                            "whom"));
            var document = new Document(one.text("id"), one.text("number"), one.text("title"),
                    one.text("issuer"),
                    one.text("level"), one.day("date"), one.day("from"), one.day("until"),
                    one.text("asks", ""), one.text("whom", ""));
            if (documents.put(document.id(), document) != null) {
                throw one.wrong("stands twice");
            }
        }
        return new Documents(documents);
    }

    private static void checkReferences(List<Entry> entries) {
        var byId = new HashMap<String, Entry>();
        for (var entry : entries) {
            if (byId.put(entry.claim().id(), entry) != null) {
                throw wrong(entry, "stands twice");
            }
        }
        for (var entry : entries) {
            Stream.concat(entry.claim().alongside().stream(), entry.replacedBy().stream())
                    .filter(other -> !byId.containsKey(other)).findFirst().ifPresent(other -> {
                        throw wrong(entry, "no claim '" + other + "'");
                    });
            // so that whoever follows replacements comes to an end
            entry.replacedBy().map(byId::get).filter(next -> !next.outlasts(entry)).ifPresent(next -> {
                throw wrong(entry, "is over no earlier than '" + next.claim().id() + "', which replaces it");
            });
        }
    }

    private static PolicyException wrong(Entry entry, String what) {
        return new PolicyException(entry.file() + " " + entry.claim().id() + ": " + what);
    }

    private static Node parsed(String name, byte[] bytes) {
        try {
            return new Node(name, KeptYaml.tree(bytes));
        } catch (IOException broken) {
            throw new PolicyException("could not read " + name + ": " + broken.getMessage(), broken);
        }
    }

    private byte[] bytes(String name) {
        try (InputStream stream = folder.open(name)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new PolicyException("could not read " + name, broken);
        }
    }

    private static String version(List<byte[]> files) {
        var sum = new CRC32C();
        files.forEach(sum::update);
        return String.format("%08x", sum.getValue());
    }
}
