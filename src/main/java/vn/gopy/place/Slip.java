package vn.gopy.place;

/// How far two words are apart in slips of the finger: a letter too many, too few, another, or two swapped.
final class Slip {
    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private Slip() {}

    /// Whether at most one slip lies between them.
    static boolean atMostOne(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int head = 0;
        while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        if (head == longer) {
            return true;
        }
        int restA = a.length() == b.length() ? head + 1 : a.length() > b.length() ? head + 1 : head;
        int restB = a.length() == b.length() ? head + 1 : b.length() > a.length() ? head + 1 : head;
        return same(a, restA, b, restB) || swapped(a, b, head);
    }

    private static boolean swapped(String a, String b, int at) {
        return a.length() == b.length() && at + 1 < a.length() && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at) && same(a, at + 2, b, at + 2);
    }

    private static boolean same(String a, int fromA, String b, int fromB) {
        return a.length() - fromA == b.length() - fromB
                && a.regionMatches(fromA, b, fromB, a.length() - fromA);
    }

    /// How unlikely one slip is, from 0 (none), over swapped, doubled and neighbouring keys, to 3.
    static int cost(String typed, String meant) {
        if (typed.equals(meant)) {
            return 0;
        }
        int head = 0;
        while (head < Math.min(typed.length(), meant.length()) && typed.charAt(head) == meant.charAt(head)) {
            head++;
        }
        if (swapped(typed, meant, head)) {
            return 1;
        }
        if (typed.length() != meant.length()) {
            var longer = typed.length() > meant.length() ? typed : meant;
            return head > 0 && longer.charAt(head) == longer.charAt(head - 1) ? 1 : 2;
        }
        return neighbours(typed.charAt(head), meant.charAt(head)) ? 2 : 3;
    }

    private static boolean neighbours(char a, char b) {
        int rowA = row(a);
        int rowB = row(b);
        return rowA >= 0 && rowB >= 0 && Math.abs(rowA - rowB) <= 1
                && Math.abs(KEYS[rowA].indexOf(a) - KEYS[rowB].indexOf(b)) <= 1;
    }

    private static int row(char c) {
        for (int row = 0; row < KEYS.length; row++) {
            if (KEYS[row].indexOf(c) >= 0) {
                return row;
            }
        }
        return -1;
    }
}
