package vn.gopy.text;

import java.util.Arrays;
import java.util.Map;

/// A map from numbers to small numbers that makes no objects when it is asked, and finds them in a step or two
/// (open addressing).
public final class LongTable {
    /// What a number that is not in the table stands for.
    public static final int NONE = -1;

    private final long[] keys;
    private final int[] values;
    private final int mask;

    private LongTable(int entries) {
        int size = Integer.highestOneBit(Math.max(8, entries) * 2) * 2;
        keys = new long[size];
        values = new int[size];
        mask = size - 1;
        Arrays.fill(values, NONE);
    }

    /// @param entries values from 0 on
    public LongTable(Map<Long, Integer> entries) {
        this(entries.size());
        entries.forEach(this::put);
    }

    /// Numbers with their places in a row; of equal ones the first counts.
    public static LongTable of(long... row) {
        var table = new LongTable(row.length);
        for (int place = row.length - 1; place >= 0; place--) {
            table.put(row[place], place);
        }
        return table;
    }

    private void put(long key, int value) {
        int slot = slotOf(key);
        keys[slot] = key;
        values[slot] = value;
    }

    /// What a number stands for, or [#NONE].
    public int get(long key) {
        return values[slotOf(key)];
    }

    public boolean has(long key) {
        return get(key) != NONE;
    }

    private int slotOf(long key) {
        long spread = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (spread ^ spread >>> 32) & mask;
        while (values[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
