package vn.gopy.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
public final class ReadCommand implements Callable<Integer> {
    private static final String HEADER = "text\tsentiment\ttopic\tintent\turgent\ttoxic\tlanguage\tspans_json";

    private static final Pattern LINE_BREAK = Pattern.compile("\\r?\\n");

    @Override
    public Integer call() throws IOException {
        var reader = TrainedReader.open(Phrasebook.open(List.of(Language.VIETNAMESE)));
        var out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false,
                StandardCharsets.UTF_8);
        out.print(HEADER + "\n");
        LINE_BREAK.splitAsStream(new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
                .forEach(line -> out.print(row(line, reader.read(line)) + "\n"));
        out.flush();
        return 0;
    }

    private static String row(String text, Reading reading) {
        return String.join("\t", flat(text), lower(reading.sentiment()),
                reading.topic().map(Topic::code).orElse("unsure"), lower(reading.intent()),
                reading.urgent() ? "1" : "0", reading.toxic() ? "1" : "0", language(reading.language()),
                spans(reading));
    }

    private static String flat(String text) {
        return text.replaceAll("[\\t\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]", " ");
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
