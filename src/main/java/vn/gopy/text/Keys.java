package vn.gopy.text;

/// Numbers, each with its place in the row they were given in, looked up in a step or two (open addressing).
/// A lookup makes no objects. Zero is never among them.
public final class Keys {
    private final long[] slots;
    private final int[] places;

    /// @param keys of equal ones the first counts; zeros are left out
    public Keys(long... keys) {
        int size = Integer.highestOneBit(Math.max(keys.length, 2)) * 4;
        slots = new long[size];
        places = new int[size];
        for (int place = 0; place < keys.length; place++) {
            int slot = slot(keys[place]);
            if (slots[slot] != keys[place]) {
                slots[slot] = keys[place];
                places[slot] = place;
            }
        }
    }

    private int slot(long key) {
        int slot = (int) (Long.rotateLeft(key * 0x9E3779B97F4A7C15L, 24) & slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /// The place of a number, or -1 when it is not among them.
    public int place(long key) {
        int slot = slot(key);
        return slots[slot] == 0 ? -1 : places[slot];
    }

    public boolean have(long key) {
        return slots[slot(key)] != 0;
    }
}
