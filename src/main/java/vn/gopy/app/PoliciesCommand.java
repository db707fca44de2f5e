package vn.gopy.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import vn.gopy.policy.DevQuestion;
import vn.gopy.policy.Evaluation;
import vn.gopy.policy.Folder;
import vn.gopy.policy.Remark;
import vn.gopy.policy.Training;
import vn.gopy.text.Folding;

/// What an editor of claims does from the command line.
@Command(name = "policies", description = "Check, measure and train the library of claims.", subcommands = {
        PoliciesCommand.Check.class, PoliciesCommand.Evaluate.class, PoliciesCommand.Train.class})
public final class PoliciesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new Check().call();
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /// Looks through all claims; fails when one must be mended.
    @Command(name = "check", description = "Look through all claims; fail when one must be mended.")
    static final class Check implements Callable<Integer> {
        @Override
        public Integer call() {
            var remarks = Policies.lint().remarks();
            remarks.forEach(out()::println);
            long faults = remarks.stream().filter(Remark::fault).count();
            out().println(faults + " faults, " + (remarks.size() - faults) + " to look at");
            return faults == 0 ? 0 : 1;
        }
    }

    /// Prints the figures of issue 4 on the written questions, all together and by voice.
    @Command(name = "evaluate", description = "Measure the library on the written questions.")
    static final class Evaluate implements Callable<Integer> {
        @Override
        public Integer call() {
            var library = Policies.open().library();
            var questions = Evaluation.questions();
            out().println("as typed      " + Evaluation.of(library, questions, text -> text));
            out().println("without marks " + Evaluation.of(library, questions, Folding::fold));
            questions.stream().collect(Collectors.groupingBy(DevQuestion::voice)).entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(one -> out().println(
                            line(one.getKey(), Evaluation.of(library, one.getValue(), text -> text))));
            return 0;
        }

        private static String line(String voice, Evaluation evaluation) {
            return voice + ": " + evaluation + missed(evaluation.missed());
        }

        private static String missed(List<String> missed) {
            return missed.stream().map(one -> "\n    missed: " + one).collect(Collectors.joining());
        }
    }

    /// Prints `judge.yaml` anew.
    @Command(name = "train", description = "Compute the numbers of judge.yaml and print the file.")
    static final class Train implements Callable<Integer> {
        @Override
        public Integer call() {
            out().print(new Training(Folder.shipped(), Policies.gazetteer()).file());
            return 0;
        }
    }
}
