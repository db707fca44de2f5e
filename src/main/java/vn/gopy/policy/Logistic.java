package vn.gopy.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Fits the two small models of the [Judge] by plain gradient descent: always the same numbers for the same
/// examples.
final class Logistic {
    private static final int ROUNDS = 1500;
    private static final double RIDGE = 0.0005;

    private Logistic() {}

    /// An example of the second model.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Example(double[] measures, boolean right, double weight) {}

    /// A question of the first model: the measures of its candidates, and which of them are right.
    record Choice(List<double[]> candidates, List<Boolean> right, double weight) {}

    /// Numbers that make right examples likely and wrong ones unlikely.
    static List<Double> fit(List<Example> examples) {
        int n = examples.getFirst().measures().length;
        double all = examples.stream().mapToDouble(Example::weight).sum();
        var numbers = new double[n];
        var pace = new Pace(n);
        for (int round = 0; round < ROUNDS; round++) {
            var slope = new double[n];
            for (var example : examples) {
                double error = (example.right() ? 1 : 0)
                        - 1 / (1 + Math.exp(-sum(numbers, example.measures())));
                add(slope, example.measures(), error * example.weight() / all);
            }
            pace.step(numbers, slope);
        }
        return Arrays.stream(numbers).boxed().toList();
    }

    /// Numbers that put the right candidate of each question above the others.
    static List<Double> choose(List<Choice> choices) {
        int n = choices.getFirst().candidates().getFirst().length;
        var numbers = new double[n];
        double all = choices.stream().mapToDouble(Choice::weight).sum();
        var pace = new Pace(n);
        for (int round = 0; round < ROUNDS / 3; round++) {
            var slope = new double[n];
            for (var choice : choices) {
                add(slope, choice, numbers, choice.weight() / all);
            }
            pace.step(numbers, slope);
        }
        return Arrays.stream(numbers).boxed().toList();
    }

    private static void add(double[] slope, Choice choice, double[] numbers, double weight) {
        var shares = choice.candidates().stream().mapToDouble(one -> Math.exp(sum(numbers, one))).toArray();
        double all = Arrays.stream(shares).sum();
        double rights = IntStream.range(0, shares.length).filter(choice.right()::get)
                .mapToDouble(i -> shares[i]).sum();
        for (int i = 0; i < shares.length; i++) {
            double wanted = choice.right().get(i) ? shares[i] / rights : 0;
            add(slope, choice.candidates().get(i), (wanted - shares[i] / all) * weight);
        }
    }

    private static void add(double[] slope, double[] measures, double by) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] += measures[i] * by;
        }
    }

    /// Steps that shrink where the slope has been steep (AdaGrad), so that no pace need be found for each
    /// measure.
    private static final class Pace {
        private static final double PACE = 0.5;

        private final double[] steepness;

        Pace(int n) {
            steepness = new double[n];
        }

        void step(double[] numbers, double[] slope) {
            for (int i = 0; i < numbers.length; i++) {
                double pull = slope[i] - RIDGE * numbers[i];
                steepness[i] += pull * pull;
                numbers[i] += PACE * pull / (Math.sqrt(steepness[i]) + 1e-9);
            }
        }
    }

    private static double sum(double[] numbers, double[] measures) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i] * measures[i];
        }
        return sum;
    }
}
