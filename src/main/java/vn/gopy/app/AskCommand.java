package vn.gopy.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Finding;
import vn.gopy.policy.Library;
import vn.gopy.text.Language;

/// Answers questions from standard input, a line each, as TSV: `question band claims answer`.
@Command(name = "ask", description = "Answer questions from standard input, one a line, as TSV.")
public final class AskCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var open = Policies.open();
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.print("question\tband\tclaims\tanswer\n");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                out.print(row(line, open.library(), open.answers()) + "\n");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("could not read the questions", broken);
        }
        out.flush();
        return 0;
    }

    private static String row(String question, Library library, Answers answers) {
        var finding = library.find(question, Language.VIETNAMESE, Optional.empty());
        return String.join("\t", flat(question), band(finding), finding.claims().stream().map(Claim::id)
                .collect(Collectors.joining(",")), flat(answer(finding, answers)));
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
            case Finding.Answer(var claims) -> answers.compose(claims, Language.VIETNAMESE);
            case Finding.Suggest(var claims) -> answers.offer(claims, Language.VIETNAMESE);
            case Finding.None _ -> answers.none(Language.VIETNAMESE);
        };
    }

    private static String flat(String text) {
        return text.replaceAll("[\\t\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]+", " ");
    }
}
