package vn.gopy.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.gopy.config.Settings;
import vn.gopy.policy.DevQuestion;
import vn.gopy.policy.Difference;
import vn.gopy.policy.Evaluation;
import vn.gopy.policy.Folder;
import vn.gopy.policy.HeldBack;
import vn.gopy.policy.Library;
import vn.gopy.policy.Remark;
import vn.gopy.policy.Training;
import vn.gopy.text.Folding;

/// What an editor of claims does from the command line.
@Command(name = "policies", mixinStandardHelpOptions = true, description = {
        "Checks, measures, trains, compares and adds to the library of claims; without a command it checks."}, subcommands = {
                PoliciesCommand.Check.class, PoliciesCommand.Evaluate.class, PoliciesCommand.Train.class,
                PoliciesCommand.Diff.class, PoliciesCommand.Add.class})
final class PoliciesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new Check().call();
    }

    /// The library and the questions written for it, asked at one moment.
    record Asked(Settings settings, Library library, List<DevQuestion> questions, Instant now) {
        static Asked of(Settings settings) {
            return new Asked(settings, Policies.open(settings).library(),
                    Evaluation.questions(Policies.folder(settings)), Instant.now());
        }

        /// How well all of them are answered, as typed and without marks; and how many of those that are not
        /// ours when the library has not learnt from them.
        void print(PrintStream out) {
            out.println("as typed      " + Evaluation.of(library, questions, text -> text, now));
            out.println("without marks " + Evaluation.of(library, questions, Folding::fold, now));
            out.printf(Locale.ROOT, "held back     out of scope: answered %.1f %%%n", 100
                    * HeldBack.wronglyAnswered(Policies.folder(settings), Policies.gazetteer(settings)));
        }
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
            var asked = Asked.of(options.settings());
            asked.print(out());
            asked.questions().stream().collect(Collectors.groupingBy(DevQuestion::voice)).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> out().println(
                            line(one.getKey(), Evaluation.of(asked.library(), one.getValue(), text -> text,
                                    asked.now()))));
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
            var settings = options.settings();
            out().print(new Training(Policies.folder(settings), Policies.gazetteer(settings)).file());
            return 0;
        }
    }

    @Command(name = "diff", mixinStandardHelpOptions = true, description = {
            "Says what residents would hear differently from one folder of policies than from another."})
    static final class Diff implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Parameters(index = "0", paramLabel = "OLD", description = "a folder of documents and claims")
        private Path old = Path.of("");

        @Parameters(index = "1", paramLabel = "NEW", description = "the folder to compare it with")
        private Path fresh = Path.of("");

        @Override
        public Integer call() {
            var settings = options.settings();
            var gazetteer = Policies.gazetteer(settings);
            var difference = new Difference(Policies.open(settings, Folder.at(old)).library(),
                    Policies.open(settings, Folder.at(fresh)).library(), Policies.phrasebook(),
                    Instant.now());
            var questions = Stream.of(old, fresh).map(Folder::at).map(Evaluation::questions)
                    .flatMap(List::stream).map(DevQuestion::text).toList();
            var lines = difference.lines(questions,
                    Stream.concat(gazetteer.oldUnits().stream(), gazetteer.newUnits().stream()).toList());
            (lines.isEmpty() ? List.of("residents hear the same") : lines).forEach(out()::println);
            return 0;
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = {
            "Asks for a new claim on the console, checks it, and writes it into its file."})
    static final class Add implements Callable<Integer> {
        @Mixin
        private final Options options = new Options();

        @Option(names = "--folder", paramLabel = "DIR", description = {
                "the folder of documents and claims; without it that of the setting 'policies'"})
        @Nullable
        private Path folder;

        @Override
        public Integer call() throws IOException {
            var settings = options.settings();
            if (folder == null && settings.find("policies").isEmpty()) {
                throw new Refusal(2, "say which folder: --folder DIR, or the setting 'policies'");
            }
            var there = folder == null ? settings.path("policies") : folder;
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return new PoliciesAdd(in, out(), there, Policies.gazetteer(settings))
                    .ask(Policies.today(settings)) ? 0 : 1;
        }
    }
}
