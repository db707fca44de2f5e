package vn.gopy.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import vn.gopy.text.Fingerprint;

/// Trains the reading model when the program is built: `School <corpus folder> <classes folder>`.
///
/// Nothing happens when neither the corpus nor the classes that read it have changed since the last time.
public final class School {
    static final int FOLDS = 5;
    private static final int REHEARSALS = 3;

    private School() {}

    public static void main(String[] args) throws IOException {
        var corpus = Path.of(args[0]);
        var classes = Path.of(args[1]);
        var file = classes.resolve(ModelFile.RESOURCE.substring(1));
        var mark = file.resolveSibling("reading.hash");
        var hash = Fingerprint.of(corpus, classes.resolve("vn/gopy/reading"),
                classes.resolve("vn/gopy/text"));
        if (Files.exists(file) && Files.exists(mark) && Files.readString(mark).equals(hash)) {
            return;
        }
        var examples = Corpus.read(corpus);
        System.out.println("Teaching the classifiers " + examples.size() + " sentences …");
        Files.createDirectories(file.getParent());
        teach(examples).write(file);
        Files.writeString(mark, hash);
    }

    /// A model that has learnt from all examples, its thresholds settled on voices held out.
    static ModelFile teach(List<Example> examples) {
        var calibration = new Calibration();
        for (int round = 0; round < REHEARSALS; round++) {
            int silent = round;
            var parts = examples.stream().collect(Collectors
                    .groupingBy(example -> Corpus.rehearsal(example, REHEARSALS) == silent));
            var heard = new Trainer(parts.getOrDefault(false, List.of()));
            calibration.add(heard.train().model(), parts.getOrDefault(true, List.of()));
        }
        return calibration.settle(new Trainer(examples).train());
    }

    /// The examples whose voices are in the folds wanted.
    static List<Example> held(List<Example> examples, IntPredicate wanted) {
        return examples.stream().filter(example -> wanted.test(Corpus.fold(example, FOLDS))).toList();
    }
}
