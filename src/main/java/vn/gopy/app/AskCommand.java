package vn.gopy.app;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Finding;
import vn.gopy.policy.Library;
import vn.gopy.text.Language;

/// Answers questions from standard input, a line each, as TSV: `question band claims answer`.
@Command(name = "ask", mixinStandardHelpOptions = true, description = {
        "Answers questions from standard input, one a line, as TSV: question, band, claims, answer."})
final class AskCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws IOException {
        var open = Policies.open(options.settings());
        Rows.write(System.in, System.out, "question\tband\tclaims\tanswer",
                line -> row(line, open.library(), open.answers()));
        return 0;
    }

    private static List<String> row(String question, Library library, Answers answers) {
        var finding = library.find(question, Language.VIETNAMESE, Optional.empty(),
                Instant.now());
        var claims = finding.inOrder().stream().map(Claim::id).collect(Collectors.joining(","));
        return List.of(question, band(finding), claims, answer(finding, answers).replaceAll("\\s+", " "));
    }

    private static String band(Finding finding) {
        return switch (finding) {
            case Finding.Answer _ -> "answer";
            case Finding.Suggest _ -> "suggest";
            case Finding.None _ -> "none";
        };
    }

    private static String answer(Finding finding, Answers answers) {
        return switch (finding) {
            case Finding.Answer(var claims, _, _) -> answers.compose(claims, Language.VIETNAMESE);
            case Finding.Suggest(var claims) -> answers.offer(claims, Language.VIETNAMESE);
            case Finding.None _ -> answers.none(Language.VIETNAMESE);
        };
    }
}
