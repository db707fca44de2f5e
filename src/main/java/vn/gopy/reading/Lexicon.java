package vn.gopy.reading;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import vn.gopy.text.Folded;

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

    private Lexicon(long[] keys, int[] marks, int[] starts, byte[] columns) {
        this.keys = keys;
        this.marks = marks;
        this.starts = starts;
        this.columns = columns;
        tasks = new byte[columns.length];
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
        var lexicon = new Lexicon(new long[length], new int[length], new int[entries.size() + 1],
                new byte[entries.size()]);
        int at = 0;
        for (int i = 0; i < entries.size(); i++) {
            var words = entries.get(i).words();
            lexicon.columns[i] = entries.get(i).column();
            lexicon.tasks[i] = task(lexicon.columns[i]);
            for (int w = 0; w < words.size(); w++) {
                lexicon.keys[at] = words.meant(w);
                lexicon.marks[at++] = words.marks(w);
            }
            lexicon.starts[i + 1] = at;
        }
        return lexicon;
    }

    /// Tells the column of each phrase that stands in the message, as often as it does. Of those of one task
    /// that begin together the longest counts, and none counts that ends within one before it.
    void find(Tokens tokens, int end, IntConsumer column) {
        boolean accented = tokens.areAccented();
        var reached = new int[TASKS.size()];
        var longest = new int[TASKS.size()];
        for (int i = 0; i < end; i++) {
            long first = tokens.meant(i);
            int entry = from(first);
            if (entry == columns.length || keys[starts[entry]] != first) {
                continue;
            }
            Arrays.fill(longest, NONE);
            for (; entry < columns.length && keys[starts[entry]] == first; entry++) {
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

    /// The first phrase whose first syllable is not before this one.
    private int from(long key) {
        int low = 0;
        int high = columns.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[starts[middle]] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
        for (int i = 0; i < keys.length; i++) {
            bytes.putLong(keys[i]).putInt(marks[i]);
        }
        for (int i = 0; i < columns.length; i++) {
            bytes.putInt(starts[i + 1]).put(columns[i]);
        }
    }

    static Lexicon read(ByteBuffer bytes) {
        int phrases = bytes.getInt();
        int words = bytes.getInt();
        var lexicon = new Lexicon(new long[words], new int[words], new int[phrases + 1], new byte[phrases]);
        for (int i = 0; i < words; i++) {
            lexicon.keys[i] = bytes.getLong();
            lexicon.marks[i] = bytes.getInt();
        }
        for (int i = 0; i < phrases; i++) {
            lexicon.starts[i + 1] = bytes.getInt();
            lexicon.columns[i] = bytes.get();
            lexicon.tasks[i] = task(lexicon.columns[i]);
        }
        return lexicon;
    }
}
