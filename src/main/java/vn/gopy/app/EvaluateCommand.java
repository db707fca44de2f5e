package vn.gopy.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.gopy.reading.Curves;
import vn.gopy.reading.Examination;
import vn.gopy.reading.MoodTrial;
import vn.gopy.reading.PersonalTrial;
import vn.gopy.reading.SpeedTrial;

/// `gopy evaluate`: how well messages are read, on voices that the model has not learnt from.
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = {
        "Trains on some voices of the corpus, reads the others, and prints how well that went."})
final class EvaluateCommand implements Callable<Integer> {
    /// What is evaluated: how opinions are understood, how personal data is found, how long both take.
    enum Part {
        OPINIONS, PERSONAL, SPEED
    }

    @Option(names = "--corpus", description = "folder of labelled sentences (default: ${DEFAULT-VALUE})")
    private Path corpus = Path.of("config/training/opinions");

    @Option(names = "--personal", description = "folder of lines with marked personal data (default: ${DEFAULT-VALUE})")
    private Path personal = Path.of("config/training/personal");

    @Option(names = "--only", description = "one part of it: ${COMPLETION-CANDIDATES}")
    private Optional<Part> only = Optional.empty();

    @Option(names = "--folds", description = "how many of five folds of voices to hold out in turn (1 to 5)")
    private int folds = 1;

    @Option(names = "--mistakes", description = "print every wrong answer")
    private boolean mistakes;

    @Option(names = "--moods", paramLabel = "FILE", description = {
            "a file of others' texts, each line pos or neg, a tab and the text:",
            "tells how often praise and blame are told apart in it, and nothing else"})
    private List<Path> moods = List.of();

    @Option(names = "--curves", description = "draw the learning and coverage curves into this SVG file")
    private Optional<Path> curves = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (var file : moods) {
            MoodTrial.run(file, out);
        }
        if (!moods.isEmpty()) {
            return 0;
        }
        if (isWanted(Part.OPINIONS)) {
            Examination.run(corpus, Math.clamp(folds, 1, 5), mistakes, out);
        }
        if (isWanted(Part.PERSONAL)) {
            PersonalTrial.run(personal, mistakes, out);
        }
        if (isWanted(Part.SPEED)) {
            SpeedTrial.run(corpus, out);
        }
        if (curves.isPresent()) {
            Curves.draw(corpus, Math.clamp(folds, 1, 5), curves.get(), out);
        }
        return 0;
    }

    private boolean isWanted(Part part) {
        return only.isEmpty() || only.get() == part;
    }
}
