package vn.gopy.place;

import java.util.Arrays;
import java.util.Map;

/// A small map from numbers to small numbers that makes no objects when it is asked.
final class LongTable {
    static final int NONE = -1;

    private final long[] keys;
    private final int[] values;
    private final int mask;

    LongTable(Map<Long, Integer> entries) {
        int size = Integer.highestOneBit(Math.max(8, entries.size()) * 2) * 2;
        keys = new long[size];
        values = new int[size];
        mask = size - 1;
        Arrays.fill(values, NONE);
        entries.forEach((key, value) -> {
            int slot = slotOf(key);
            keys[slot] = key;
            values[slot] = value;
        });
    }

    int get(long key) {
        return values[slotOf(key)];
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
