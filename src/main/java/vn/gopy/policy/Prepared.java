package vn.gopy.policy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.config.KeptYaml;
import vn.gopy.place.Gazetteer;
import vn.gopy.text.Fingerprint;

/// What is worked out from all ways of asking before a library can be asked. For the shipped claims that is
/// done when the program is built, so that no start need wait for it: `Prepared <folder of policies> <classes
/// folder> <province>` writes `policies.bin`, beside it what [KeptYaml] keeps of the claims and the phrases, and does nothing when nothing changed. Other claims are prepared when their
/// library is opened.
public final class Prepared {
    private static final String RESOURCE = "/model/policies.bin";

    private final Index index;
    private final Scope scope;
    private final Classifier classifier;

    private Prepared(Index index, Scope scope, Classifier classifier) {
        this.index = index;
        this.scope = scope;
        this.classifier = classifier;
    }

    /// @param ways    target → its ways of asking
    /// @param strange questions that nobody here can answer
    static Prepared of(Reader reader, Map<String, List<List<String>>> ways, List<String> strange) {
        var index = Index.of(ways);
        return new Prepared(index, Scope.of(index, words(reader, strange), _ -> false, _ -> false),
                Classifier.of(index, _ -> false));
    }

    /// The words of questions.
    static List<List<String>> words(Reader reader, List<String> questions) {
        return questions.parallelStream()
                .map(text -> reader.read(text, List.of()).views().getFirst().words()).toList();
    }

    public static void main(String[] args) throws IOException {
        var policies = Path.of(args[0]);
        var classes = Path.of(args[1]);
        var file = classes.resolve(RESOURCE.substring(1));
        var mark = file.resolveSibling("policies.hash");
        var hash = Fingerprint.of(policies, classes.resolve("vn/gopy/policy"),
                classes.resolve("vn/gopy/text"), classes.resolve("config/places"),
                classes.resolve("messages"),
                policies.resolveSibling("gopy.yaml"));
        if (Files.exists(file) && Files.exists(mark) && Files.readString(mark).equals(hash)) {
            return;
        }
        Files.deleteIfExists(mark);
        var shelf = new PolicyFiles(Folder.at(policies)).read();
        System.out.println("Teaching the library its " + shelf.entries().size() + " claims …");
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            Packing.write(out, List.of(shelf.version()));
            var prepared = Ranking.prepared(shelf, Gazetteer.open(args[2]));
            prepared.index.write(out);
            prepared.scope.write(out);
            prepared.classifier.write(out);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.toByteArray());
        KeptYaml.keep(classes, policies, classes.resolve("messages"), policies.resolveSibling("."));
        Files.writeString(mark, hash);
    }

    /// What was prepared when the program was built, if it was from exactly this version of the claims.
    static Optional<Prepared> shipped(String version) {
        try (var stream = Prepared.class.getResourceAsStream(RESOURCE)) {
            var bytes = ByteBuffer.wrap(stream == null ? new byte[0] : stream.readAllBytes());
            if (!bytes.hasRemaining() || !Packing.words(bytes).equals(List.of(version))) {
                return Optional.empty();
            }
            var index = Index.read(bytes);
            return Optional.of(new Prepared(index, Scope.read(bytes), Classifier.read(bytes)));
        } catch (IOException broken) {
            throw new PolicyException("could not read " + RESOURCE, broken);
        }
    }

    Index index() {
        return index;
    }

    Scope scope() {
        return scope;
    }

    Classifier classifier() {
        return classifier;
    }
}
