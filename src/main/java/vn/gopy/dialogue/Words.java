package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.text.Phrasebook;

/// Finds universal words, whichever way they are typed: `/gopy`, `góp ý`, `Gop y`, `GOPY@bot`. Only as the
/// whole message. The other ways to say a word stand in the phrasebooks of all languages, as `word.gopy`.
final class Words {
    private static final int LONGEST = 40;

    private final Map<String, Spellings> words = new HashMap<>();

    private record Spellings(Word word, List<Plain> ways) {}

    Words(Phrasebook phrases) {
        for (var word : Word.values()) {
            add(word, Plain.of(word.typed()));
            phrases.languages().stream().map(language -> phrases.raw(language, "word." + word.typed()))
                    .flatMap(ways -> Plain.list(ways).stream()).forEach(way -> add(word, way));
        }
    }

    private void add(Word word, Plain way) {
        var spellings = words.computeIfAbsent(joined(way), _ -> new Spellings(word, new ArrayList<>()));
        if (spellings.word() != word) {
            throw new IllegalArgumentException("'" + way.lower() + "' stands for two universal words");
        }
        spellings.ways().add(way);
    }

    private static String joined(Plain plain) {
        return plain.folded().replace(" ", "");
    }

    Optional<Word> find(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = Plain.of(bare(typed));
        var spellings = words.get(joined(plain));
        if (spellings == null) {
            return Optional.empty();
        }
        boolean spelt = plain.folded().indexOf(' ') >= 0
                || spellings.ways().stream().anyMatch(plain::means);
        return spelt ? Optional.of(spellings.word()) : Optional.empty();
    }

    /// Without the slash of a command and the name of the bot behind it.
    private static String bare(String typed) {
        var word = typed.strip();
        if (!word.startsWith("/")) {
            return word;
        }
        int at = word.indexOf('@');
        return at < 0 ? word.substring(1) : word.substring(1, at);
    }
}
