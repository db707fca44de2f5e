package vn.gopy.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.gopy.policy.DevQuestion;
import vn.gopy.policy.Evaluation;
import vn.gopy.policy.Folder;
import vn.gopy.policy.Remark;
import vn.gopy.policy.Training;
import vn.gopy.text.Folding;

/// What an editor of claims does from the command line.
@Command(name = "policies", mixinStandardHelpOptions = true, description = {
        "Checks, measures and trains the library of claims; without a command it checks."}, subcommands = {
                PoliciesCommand.Check.class, PoliciesCommand.Evaluate.class, PoliciesCommand.Train.class})
final class PoliciesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new Check().call();
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = {
            "Looks through all claims; fails when one must be mended."})
    static final class Check implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Override
        public Integer call() {
            var remarks = Policies.lint(options.settings()).remarks();
            remarks.forEach(out()::println);
            long faults = remarks.stream().filter(Remark::fault).count();
            out().println(faults + " faults, " + (remarks.size() - faults) + " to look at");
            return faults == 0 ? 0 : 1;
        }
    }

    @Command(name = "evaluate", mixinStandardHelpOptions = true, description = {
            "Measures the library on the written questions, all together and by voice."})
    static final class Evaluate implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Override
        public Integer call() {
            var library = Policies.open(options.settings()).library();
            var questions = Evaluation.questions();
            var now = Instant.now();
            out().println("as typed      " + Evaluation.of(library, questions, text -> text, now));
            out().println("without marks " + Evaluation.of(library, questions, Folding::fold, now));
            questions.stream().collect(Collectors.groupingBy(DevQuestion::voice)).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> out().println(
                            line(one.getKey(), Evaluation.of(library, one.getValue(), text -> text, now))));
            return 0;
        }

        private static String line(String voice, Evaluation evaluation) {
            return voice + ": " + evaluation + missed(evaluation.missed());
        }

        private static String missed(List<String> missed) {
            return missed.stream().map(one -> "\n    missed: " + one).collect(Collectors.joining());
        }
    }

    @Command(name = "train", mixinStandardHelpOptions = true, description = {
            "Computes the numbers of judge.yaml and prints the file."})
    static final class Train implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Override
        public Integer call() {
            out().print(new Training(Folder.shipped(), Policies.gazetteer(options.settings())).file());
            return 0;
        }
    }
}
