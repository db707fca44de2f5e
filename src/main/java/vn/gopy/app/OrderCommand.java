package vn.gopy.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that is an order to the office; it prints the office's answer, or fails with its refusal.
abstract class OrderCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// The order, in the words that [Office#answer] knows.
    abstract List<String> order();

    @Override
    public final Integer call() {
        spec.commandLine().getOut().println(Orders.give(options.settings(), order()));
        return 0;
    }
}
