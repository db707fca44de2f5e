package vn.gopy.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.text.Syllable;

/// The sentences the classifiers learn from: `config/training/opinions/*.tsv`, in the order of the files'
/// names.
final class Corpus {
    static final String HEADER = "voice\ttext\tmood\ttopic\ttopic2\tintent\turgent\ttoxic\tcrisis";

    private Corpus() {}

    /// Reads every file of a folder. A line that is not well formed stops the build, with its place.
    static List<Example> read(Path folder) throws IOException {
        var examples = new ArrayList<Example>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".tsv")).sorted().toList()) {
                examples.addAll(readFile(file));
            }
        }
        return List.copyOf(examples);
    }

    /// What is told of some sentences beside their labels, in `tags.tsv` beside the folder: `sarcasm`, for who
    /// says the opposite of what they mean, `dialect`, `english`, and `bilingual`. Tag → sentences.
    static Map<String, Set<String>> tags(Path folder) throws IOException {
        return Files.readAllLines(folder.resolveSibling("tags.tsv")).stream().skip(1)
                .map(line -> line.split("\t", 2))
                .collect(Collectors.groupingBy(cells -> cells[0],
                        Collectors.mapping(cells -> cells[1], Collectors.toSet())));
    }

    private static List<Example> readFile(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException(file.getFileName() + " must begin with the line: " + HEADER);
        }
        var examples = new ArrayList<Example>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                examples.add(example(lines.get(i)));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(
                        file.getFileName() + " line " + (i + 1) + ": " + wrong.getMessage(),
                        wrong);
            }
        }
        return examples;
    }

    private static Example example(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != 9) {
            throw new IllegalArgumentException("has " + cells.length + " columns, not 9");
        }
        return new Example(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7],
                cells[8]);
    }

    /// Which of some folds a voice belongs to, always the same; -1 for the word lists, which are nobody's
    /// voice and always learnt from.
    static int fold(Example example, int folds) {
        if (example.isNobodys()) {
            return -1;
        }
        return Math.floorMod(Syllable.mixed(example.voice().hashCode()), folds);
    }

    /// In which of the rehearsals, that settle the thresholds, a voice listens only; independent of its fold.
    static int rehearsal(Example example, int rehearsals) {
        return fold(example, 1) < 0
                ? -1
                : Math.floorMod(Syllable.mixed(example.voice().hashCode() + 0x5EEDL), rehearsals);
    }
}
