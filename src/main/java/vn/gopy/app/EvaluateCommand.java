package vn.gopy.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.gopy.place.NameTrial;
import vn.gopy.reading.Curves;
import vn.gopy.reading.Examination;
import vn.gopy.reading.LanguageTrial;
import vn.gopy.reading.MirrorTrial;
import vn.gopy.reading.MoodTrial;
import vn.gopy.reading.PersonalTrial;
import vn.gopy.reading.SpeedTrial;
import vn.gopy.reading.TrainedReader;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// `gopy evaluate`: how well messages are read, on voices that the model has not learnt from.
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = {
        "Trains on some voices of the corpus, reads the others, and prints how well that went;",
        "then how languages, praise and blame, personal data, names of units and questions are understood."})
final class EvaluateCommand implements Callable<Integer> {
    /// What is evaluated: how opinions are understood, languages told apart, praise heard like blame, personal
    /// data masked, units found, questions answered, and how long reading takes.
    enum Part {
        OPINIONS, LANGUAGE, MIRROR, PERSONAL, UNITS, QUESTIONS, SPEED
    }

    @Mixin
    private final Options options = new Options();

    @Option(names = "--corpus", description = "folder of labelled sentences (default: ${DEFAULT-VALUE})")
    private Path corpus = Path.of("config/training/opinions");

    @Option(names = "--personal", description = "folder of lines with marked personal data (default: ${DEFAULT-VALUE})")
    private Path personal = Path.of("config/training/personal");

    @Option(names = "--mirror", description = "file of the same sentence in praise and in blame (default: ${DEFAULT-VALUE})")
    private Path mirror = Path.of("config/training/mirror.tsv");

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
        if (moods.isEmpty()) {
            for (var part : only.map(List::of).orElseGet(() -> List.of(Part.values()))) {
                evaluate(part, out);
            }
        }
        if (curves.isPresent()) {
            Curves.draw(corpus, Math.clamp(folds, 1, 5), curves.get(), out);
        }
        return 0;
    }

    private void evaluate(Part part, PrintStream out) throws IOException {
        switch (part) {
            case OPINIONS -> Examination.run(corpus, Math.clamp(folds, 1, 5), mistakes, out);
            case LANGUAGE -> LanguageTrial.run(corpus, out);
            case MIRROR -> MirrorTrial.run(mirror, reader(), out);
            case PERSONAL -> PersonalTrial.run(personal, mistakes, out);
            case UNITS -> NameTrial.run(Policies.gazetteer(options.settings()), out);
            case QUESTIONS -> {
                out.printf("%nquestions%n");
                PoliciesCommand.Asked.of(options.settings()).print(out);
            }
            case SPEED -> SpeedTrial.run(corpus, out);
        }
    }

    private static TrainedReader reader() {
        return TrainedReader.open(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)));
    }
}
