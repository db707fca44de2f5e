package vn.gopy.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import vn.gopy.reading.Reading;
import vn.gopy.reading.TrainedReader;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// `gopy read`: what each line of the standard input means, as TSV.
@Command(name = "read", mixinStandardHelpOptions = true, description = {
        "Reads lines from standard input and prints what each means, as TSV:",
        "text sentiment topic intent urgent toxic language spans_json"})
final class ReadCommand implements Callable<Integer> {
    private static final String HEADER = String.join("\t", "text", "sentiment", "topic", "intent", "urgent",
            "toxic", "language", "spans_json");

    @Override
    public Integer call() throws IOException {
        var reader = TrainedReader.open(Phrasebook.open(List.of(Language.VIETNAMESE)));
        Rows.write(System.in, System.out, HEADER, line -> row(line, reader.read(line)));
        return 0;
    }

    private static List<String> row(String text, Reading reading) {
        return List.of(text, lower(reading.sentiment()),
                reading.topic().map(Topic::code).orElse("unsure"), lower(reading.intent()),
                reading.urgent() ? "1" : "0", reading.toxic() ? "1" : "0", language(reading.language()),
                spans(reading));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String language(Language language) {
        return List.of("vi", "en", "zh").contains(language.tag()) ? language.tag() : "other";
    }

    private static String spans(Reading reading) {
        return reading.spans().stream()
                .map(span -> "[" + span.start() + "," + span.end() + ",\"" + span.kind() + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
