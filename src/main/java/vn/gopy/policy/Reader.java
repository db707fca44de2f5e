package vn.gopy.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import vn.gopy.policy.Names.Mention;

/// Reads a question into what the index can look for.
final class Reader {
    /// How much the words of the question before count in a follow-up.
    private static final double CONTEXT = 0.45;

    private final Wording wording;
    private final Names names;

    Reader(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
    }

    /// Reads a question in up to three views: with any unit's name as one word (for what is known of every
    /// unit), as it stands (for claims about one place), and without the name (for claims in which the place
    /// does not matter).
    ///
    /// @param context words of the question before, when this one follows it up; may be empty
    Question read(String typed, List<String> context) {
        var tokens = wording.cut(typed);
        var mentions = names.in(tokens);
        boolean unit = !mentions.isEmpty();
        var whole = asked(tokens.stream().map(Token::folded).toList(), context, unit, false);
        if (!unit) {
            return new Question(typed, List.of(whole), Named.NOTHING);
        }
        return new Question(typed,
                List.of(asked(replaced(tokens, mentions, List.of(Asked.UNIT)), context, true, false), whole,
                        asked(replaced(tokens, mentions, List.of()), context, true, true)),
                place(mentions));
    }

    private Asked asked(List<String> syllables, List<String> context, boolean unit, boolean bare) {
        var words = wording.words(syllables);
        var terms = new LinkedHashMap<String, Double>();
        Index.termsOf(words).forEach(term -> terms.put(term, 1.0));
        Index.termsOf(context).forEach(term -> terms.putIfAbsent(term, CONTEXT));
        return new Asked(words, terms, unit, bare);
    }

    /// The words of a way of asking, as an editor wrote it.
    List<String> words(String way) {
        return wording.words(way);
    }

    private static List<String> replaced(List<Token> tokens, List<Mention> mentions, List<String> by) {
        var words = new ArrayList<String>();
        int from = 0;
        for (var mention : mentions) {
            tokens.subList(from, mention.from()).forEach(token -> words.add(token.folded()));
            words.addAll(by);
            from = mention.to();
        }
        tokens.subList(from, tokens.size()).forEach(token -> words.add(token.folded()));
        return words;
    }

    /// The first name is what is asked about; the same name in another district beside it makes it ambiguous.
    private static Named place(List<Mention> mentions) {
        var first = mentions.getFirst();
        return Stream.concat(Stream.of(first), mentions.stream().skip(1))
                .filter(mention -> mention.name().equals(first.name())).map(Mention::named)
                .reduce(Named.NOTHING, Named::with);
    }
}
