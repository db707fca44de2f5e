package vn.gopy.policy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Many rows of ascending numbers, one behind the other in two arrays: thousands of small objects less.
final class Rows {
    private final int[] starts;
    private final int[] numbers;

    private Rows(int[] starts, int[] numbers) {
        this.starts = starts;
        this.numbers = numbers;
    }

    static Rows of(List<int[]> rows) {
        var starts = new int[rows.size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            starts[row + 1] = starts[row] + rows.get(row).length;
        }
        return new Rows(starts, rows.stream().flatMapToInt(Arrays::stream).toArray());
    }

    int size() {
        return starts.length - 1;
    }

    /// Adds an amount to the sum of each number in a row.
    void addAt(int row, float amount, float[] sums) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sums[numbers[i]] += amount;
        }
    }

    int length(int row) {
        return starts[row + 1] - starts[row];
    }

    int[] row(int row) {
        return Arrays.copyOfRange(numbers, starts[row], starts[row + 1]);
    }

    /// The place of a number in a row, among all numbers; negative when the row does not hold it.
    int find(int row, int number) {
        return Arrays.binarySearch(numbers, starts[row], starts[row + 1], number);
    }

    double sum(int row, IntToDoubleFunction of) {
        double sum = 0;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += of.applyAsDouble(numbers[i]);
        }
        return sum;
    }

    /// How often each number stands in all rows.
    int[] counts(int most) {
        var counts = new int[most];
        for (int number : numbers) {
            counts[number]++;
        }
        return counts;
    }

    /// The other way round: for each number the rows that hold it.
    Rows turned(int most) {
        var ends = new int[most + 1];
        System.arraycopy(counts(most), 0, ends, 1, most);
        Arrays.parallelPrefix(ends, Integer::sum);
        var at = ends.clone();
        var rows = new int[numbers.length];
        for (int row = 0; row < size(); row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                rows[at[numbers[i]]++] = row;
            }
        }
        return new Rows(ends, rows);
    }

    /// Rows made one, with how many of them held each number.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Merged(Rows rows, int[] counts) {
        /// The other way round: for each number the rows that hold it, with the same counts.
        Merged turned(int most) {
            var turned = rows.turned(most);
            var at = Arrays.copyOf(turned.starts, most);
            var moved = new int[counts.length];
            for (int place = 0; place < moved.length; place++) {
                moved[at[rows.numbers[place]]++] = counts[place];
            }
            return new Merged(turned, moved);
        }
    }

    /// Makes the rows from each of these to the next one.
    Merged merged(int[] firsts) {
        var starts = new int[firsts.length];
        var merged = new int[numbers.length];
        var counts = new int[numbers.length];
        int end = 0;
        for (int i = 0; i + 1 < firsts.length; i++) {
            var all = Arrays.copyOfRange(numbers, this.starts[firsts[i]], this.starts[firsts[i + 1]]);
            Arrays.sort(all);
            for (int number : all) {
                end += end == starts[i] || merged[end - 1] != number ? 1 : 0;
                merged[end - 1] = number;
                counts[end - 1]++;
            }
            starts[i + 1] = end;
        }
        return new Merged(new Rows(starts, Arrays.copyOf(merged, end)), Arrays.copyOf(counts, end));
    }

    void write(DataOutputStream out) throws IOException {
        Packing.write(out, starts);
        Packing.write(out, numbers);
    }

    static Rows read(ByteBuffer bytes) {
        return new Rows(Packing.ints(bytes), Packing.ints(bytes));
    }
}
