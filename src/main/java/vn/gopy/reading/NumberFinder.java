package vn.gopy.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.reading.NumberRun.Group;
import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Syllable;

/// Numbers that point to a person: phones, identity cards, passports, insurance, bank accounts.
///
/// Runs of digit groups are cut where that makes a known form: "0912 345 678 0987654321" is two phones.
final class NumberFinder {
    /// Accounts behind their cue word; all other forms are longer.
    private static final int SHORTEST = 8;
    private static final int LONGEST = 20;
    private static final Words MONEY = Words.of("đồng vnd đ triệu tỷ tỉ nghìn");
    /// The groups of insured people that begin the number of a health card.
    private static final Set<Long> INSURED = keys(
            "dn hx ch nn tk hc xk ht tb no ct xb tn cs qn ca cy xn ms cc ck"
                    + " cb kc hd te bt hn dt dk xd ts tc tq ta ty hg ls pv hs sv gb gd kt");

    private NumberFinder() {}

    private static Set<Long> keys(String words) {
        return Stream.of(words.split(" ")).map(Syllable::key).collect(Collectors.toUnmodifiableSet());
    }

    static void find(Tokens tokens, Finds finds) {
        int at = 0;
        while (at < tokens.size()) {
            var run = NumberRun.from(tokens, at);
            if (run.isEmpty()) {
                letterFirst(tokens, at, finds);
                at++;
                continue;
            }
            var cue = NumberCue.before(tokens, at)
                    .or(() -> NumberCue.after(tokens, run.getLast().token() + 1));
            cut(tokens, run, cue, finds);
            at = run.getLast().token() + 1;
        }
    }

    private static void cut(Tokens tokens, List<Group> run, Optional<NumberCue> cue, Finds finds) {
        int first = 0;
        while (first < run.size()) {
            int taken = longest(tokens, run.subList(first, run.size()), cue, finds);
            first += Math.max(1, taken);
        }
    }

    /// Finds the longest number that the run begins with; gives back how many groups it took, 0 for none.
    private static int longest(Tokens tokens, List<Group> run, Optional<NumberCue> cue, Finds finds) {
        var digits = new StringBuilder(LONGEST);
        var kinds = new ArrayList<Optional<Kind>>();
        boolean money = isMoney(tokens, run.getLast().token() + 1);
        var begin = run.getFirst();
        for (int last = 0; last < run.size() && digits.length() <= LONGEST; last++) {
            digits.append(run.get(last).digits());
            boolean spelled = begin.spelled() || run.get(last).spelled();
            kinds.add(digits.length() < SHORTEST
                    ? Optional.empty()
                    : NumberForm.kind(new NumberForm(digits.toString(), last == 0, spelled, begin.plus(),
                            tokens.is(run.get(last).token() + 1, '/')), cue));
        }
        for (int i = kinds.size() - 1; i >= 0; i--) {
            var kind = kinds.get(i);
            boolean sum = money || isMoney(tokens, run.get(i).token() + 1);
            if (kind.isPresent() && (kind.get() == Kind.PHONE || !sum)) {
                finds.add(begin.from(), run.get(i).to(), kind.get());
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isMoney(Tokens tokens, int next) {
        return MONEY.have(tokens, next);
    }

    /// Passports (`B1234567`) and health cards (`DN4222212345678`): letters, then digits.
    private static void letterFirst(Tokens tokens, int at, Finds finds) {
        if (tokens.sort(at) == Tokens.Sort.WORD && tokens.to(at) - tokens.from(at) <= 2) {
            spaced(tokens, at, finds);
        }
        if (tokens.sort(at) != Tokens.Sort.MIXED) {
            return;
        }
        int letters = 0;
        int length = tokens.to(at) - tokens.from(at);
        while (letters < length && !Tokens.isDigit(tokens.text.charAt(tokens.from(at) + letters))) {
            letters++;
        }
        int digits = letters;
        while (digits < length && Tokens.isDigit(tokens.text.charAt(tokens.from(at) + digits))) {
            digits++;
        }
        if (digits != length) {
            account(tokens, at, finds);
            return;
        }
        int count = length - letters;
        if (letters == 1 && (count == 7 || (count == 8 && NumberCue.before(tokens, at).isPresent()))) {
            finds.add(tokens.from(at), tokens.to(at), Kind.PASSPORT);
        } else if (letters == 2 && count >= 1 && isInsured(tokens, at)) {
            health(tokens, at, count, finds);
        }
    }

    private static boolean isInsured(Tokens tokens, int at) {
        return INSURED.contains(Syllable.key(tokens.text, tokens.from(at), tokens.from(at) + 2));
    }

    /// `711A12345678`, as some banks number accounts.
    private static void account(Tokens tokens, int at, Finds finds) {
        int letters = 0;
        for (int i = tokens.from(at); i < tokens.to(at); i++) {
            letters += Tokens.isDigit(tokens.text.charAt(i)) ? 0 : 1;
        }
        int length = tokens.to(at) - tokens.from(at);
        boolean cue = NumberCue.before(tokens, at).or(() -> NumberCue.after(tokens, at + 1))
                .filter(NumberCue.BANK::equals).isPresent();
        if (letters == 1 && length >= 9 && length <= 16 && cue) {
            finds.add(tokens.from(at), tokens.to(at), Kind.BANK);
        }
    }

    private static void spaced(Tokens tokens, int at, Finds finds) {
        var run = NumberRun.from(tokens, at + 1);
        if (run.isEmpty()) {
            return;
        }
        int count = run.stream().mapToInt(group -> group.digits().length()).sum();
        int letters = tokens.to(at) - tokens.from(at);
        if (letters == 1 && count == 7
                && NumberCue.before(tokens, at).filter(NumberCue.PASSPORT::equals).isPresent()) {
            finds.add(tokens.from(at), run.getLast().to(), Kind.PASSPORT);
        } else if (letters == 2 && isInsured(tokens, at)) {
            health(tokens, at, 0, finds);
        }
    }

    private static void health(Tokens tokens, int at, int digits, Finds finds) {
        var rest = NumberRun.from(tokens, at + 1);
        int count = digits + rest.stream().mapToInt(group -> group.digits().length()).sum();
        boolean cue = NumberCue.before(tokens, at).filter(NumberCue.INSURANCE::equals).isPresent();
        if (count == 13 || (cue && count >= 10 && count <= 15)) {
            finds.add(tokens.from(at), rest.isEmpty() ? tokens.to(at) : rest.getLast().to(), Kind.INS);
        } else if (digits == 13 || (cue && digits >= 10)) {
            finds.add(tokens.from(at), tokens.to(at), Kind.INS);
        }
    }
}
