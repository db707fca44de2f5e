package vn.gopy.reading;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import vn.gopy.text.Folded;
import vn.gopy.text.LongTable;

/// The words and phrases of `words.tsv` that speak for one mood, topic or intent. A message that holds one of
/// them tells the classifiers the label itself, so that a rare word counts as much as a common one beside it.
///
/// Phrases lie one after the other in the order of their first syllables.
final class Lexicon {
    static final Lexicon EMPTY = new Lexicon(new long[0], new int[0], new int[]{0}, new byte[0]);
    private static final int NONE = -1;
    private static final List<Task> TASKS = List.of(Task.MOOD, Task.TOPIC, Task.INTENT);

    private final long[] keys;
    private final int[] marks;
    private final int[] starts;
    private final byte[] columns;
    /// The place in [#TASKS] of the task that each phrase tells of.
    private final byte[] tasks;

    /// The second syllable of each phrase, 0 for one of a single syllable: most fail by it.
    private final long[] seconds;
    /// The first syllables, each with the place of its first phrase, and behind the last one the number of
    /// phrases.
    private final LongTable firsts;
    private final int[] firstEntries;

    private Lexicon(long[] keys, int[] marks, int[] starts, byte[] columns) {
        this.keys = keys;
        this.marks = marks;
        this.starts = starts;
        this.columns = columns;
        tasks = new byte[columns.length];
        seconds = new long[columns.length];
        var begins = new long[columns.length];
        firstEntries = new int[columns.length + 1];
        int begun = 0;
        for (int entry = 0; entry < columns.length; entry++) {
            tasks[entry] = task(columns[entry]);
            seconds[entry] = length(entry) == 1 ? 0 : keys[starts[entry] + 1];
            long first = keys[starts[entry]];
            if (begun == 0 || begins[begun - 1] != first) {
                begins[begun] = first;
                firstEntries[begun++] = entry;
            }
        }
        firstEntries[begun] = columns.length;
        firsts = LongTable.of(Arrays.copyOf(begins, begun));
    }

    private static byte task(int column) {
        int task = TASKS.size() - 1;
        while (task > 0 && column < Model.column(TASKS.get(task))) {
            task--;
        }
        return (byte) task;
    }

    private record Entry(Tokens words, byte column) {}

    /// The phrases among the examples: those that are nobody's voice.
    static Lexicon of(List<Example> examples) {
        var entries = new ArrayList<Entry>();
        for (var example : examples) {
            var words = new Tokens(Folded.of(example.text()));
            for (var task : TASKS) {
                if (example.isNobodys() && example.tellsOf(task) && words.size() > 0) {
                    int label = task.labels().indexOf(example.label(task));
                    entries.add(new Entry(words, (byte) (Model.column(task) + label)));
                }
            }
        }
        entries.sort(Comparator.comparingLong(entry -> entry.words().meant(0)));
        return of(entries, entries.stream().mapToInt(entry -> entry.words().size()).sum());
    }

    private static Lexicon of(List<Entry> entries, int length) {
        var keys = new long[length];
        var marks = new int[length];
        var starts = new int[entries.size() + 1];
        var columns = new byte[entries.size()];
        int at = 0;
        for (int i = 0; i < columns.length; i++) {
            var words = entries.get(i).words();
            columns[i] = entries.get(i).column();
            for (int w = 0; w < words.size(); w++) {
                keys[at] = words.meant(w);
                marks[at++] = words.marks(w);
            }
            starts[i + 1] = at;
        }
        return new Lexicon(keys, marks, starts, columns);
    }

    /// Tells the column of each phrase that stands in the message, as often as it does. Of those of one task
    /// that begin together the longest counts, and none counts that ends within one before it.
    void find(Tokens tokens, int end, IntConsumer column) {
        boolean accented = tokens.areAccented();
        var reached = new int[TASKS.size()];
        var longest = new int[TASKS.size()];
        for (int i = 0; i < end; i++) {
            int begun = firsts.get(tokens.meant(i));
            if (begun < 0) {
                continue;
            }
            long next = tokens.meant(i + 1);
            Arrays.fill(longest, NONE);
            for (int entry = firstEntries[begun]; entry < firstEntries[begun + 1]; entry++) {
                if (seconds[entry] != 0 && seconds[entry] != next) {
                    continue;
                }
                int task = tasks[entry];
                int most = longest[task] == NONE ? reached[task] - i : length(longest[task]);
                if (length(entry) > most && stands(entry, tokens, i, accented)) {
                    longest[task] = entry;
                }
            }
            tell(longest, i, reached, column);
        }
    }

    private void tell(int[] longest, int at, int[] reached, IntConsumer column) {
        for (int task = 0; task < longest.length; task++) {
            if (longest[task] != NONE) {
                reached[task] = at + length(longest[task]);
                column.accept(columns[longest[task]]);
            }
        }
    }

    private int length(int entry) {
        return starts[entry + 1] - starts[entry];
    }

    private boolean stands(int entry, Tokens tokens, int at, boolean accented) {
        int first = starts[entry];
        for (int w = first; w < starts[entry + 1]; w++) {
            int token = at + w - first;
            if (tokens.meant(token) != keys[w] || (accented && isAnother(tokens, token, marks[w]))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a word typed in full carries other marks.
    private static boolean isAnother(Tokens tokens, int token, int marks) {
        return tokens.isWord(token) && tokens.key(token) == tokens.meant(token)
                && tokens.marks(token) != marks;
    }

    int bytes() {
        return 8 + keys.length * 12 + columns.length * 5;
    }

    void write(ByteBuffer bytes) {
        bytes.putInt(columns.length).putInt(keys.length);
        bytes.asLongBuffer().put(keys);
        bytes.position(bytes.position() + keys.length * Long.BYTES);
        bytes.asIntBuffer().put(marks).put(starts, 1, columns.length);
        bytes.position(bytes.position() + (marks.length + columns.length) * Integer.BYTES);
        bytes.put(columns);
    }

    static Lexicon read(ByteBuffer bytes) {
        int phrases = bytes.getInt();
        int words = bytes.getInt();
        var keys = new long[words];
        var marks = new int[words];
        var starts = new int[phrases + 1];
        var columns = new byte[phrases];
        bytes.asLongBuffer().get(keys);
        bytes.position(bytes.position() + words * Long.BYTES);
        bytes.asIntBuffer().get(marks).get(starts, 1, phrases);
        bytes.position(bytes.position() + (words + phrases) * Integer.BYTES);
        bytes.get(columns);
        return new Lexicon(keys, marks, starts, columns);
    }
}
