package vn.gopy.policy;

import java.util.Locale;

/// What is wrong with a claim, and at which of an editor's fields.
///
/// @param field the name of a [Manuscript.Field]; empty where no field is to blame
/// @param row   which value of a field that takes several, from 0
/// @param what  the value, phrase, claim or number that is meant; may be empty
public record Flaw(Kind kind, String field, int row, String what) {
    /// The ways in which a claim may be wrong. In the build's words `%s` is what is meant, `%d` the row.
    public enum Kind {
        /// A field without which there is no claim.
        MISSING("has no value"),
        /// The id has other letters than it may.
        BAD_ID("the id is not made of a-z, 0-9, - and dots"),
        /// Another claim has this id.
        TAKEN("the id '%s' stands twice"),
        /// It was published under another id.
        FIXED("was published as '%s': an id stands for ever"),
        /// There is no such file of claims.
        NO_SUBJECT("no file '%s'"),
        /// There is no such topic.
        NO_TOPIC("unknown topic '%s'"),
        /// Certainty is `text`, `press` or `none`.
        NO_CERTAINTY("certainty is text, press or none"),
        /// More characters than allowed.
        TOO_LONG("is too long, at most %s characters are allowed"),
        /// Not a day such as 2025-07-01.
        NO_DAY("'%s' is not a day such as 2025-07-01"),
        /// The last day lies before the first.
        ENDS_FIRST("ends before it begins"),
        /// No such document in the register.
        NO_DOCUMENT("no document '%s' in documents.yaml"),
        /// No such claim.
        NO_CLAIM("no claim '%s'"),
        /// A fact without a source.
        NEEDS_SOURCE("needs a source, or the certainty 'none' and no source"),
        /// A claim that says that nothing is known, with a source.
        NO_SOURCE_WANTED("has a source though its certainty is 'none'"),
        /// The legal text was read, and none of its words are given.
        NO_QUOTE("quotes no words of the text that was read"),
        /// A sentence of too many words.
        LONG_SENTENCE("more than 20 words: %s"),
        /// It persuades instead of telling.
        PERSUADES("persuades: '%s'"),
        /// An aim without what it costs.
        AIM_ALONE("states an aim, and nothing on costs or open points alongside"),
        /// It comes from the press and does not say so.
        PRESS_SILENT("comes from the press and does not say so"),
        /// Somebody should look again.
        STALE("last checked on %s: look again whether it still holds"),
        /// Checked on a day to come.
        CHECKED_LATER("checked on a day to come"),
        /// It holds no longer, and nothing replaces it.
        OVER("is over since %s and nothing replaces it"),
        /// It still holds when what replaces it begins.
        OVERLAPS("overlaps with %s, which replaces it"),
        /// Residents ask in more ways than these.
        FEW_WAYS("has fewer than 3 ways of asking"),
        /// A way of asking finds another claim first.
        WAY_ELSEWHERE("way of asking %d finds %s first"),
        /// Because of its ways of asking, another claim is no longer found by one of its own.
        WAY_TAKEN("takes a way of asking from %s"),
        /// What only the whole library shows.
        OTHER("%s");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// The kind's word in phrases.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Flaw at(String field, Kind kind, String what) {
        return new Flaw(kind, field, 0, what);
    }

    /// The build's words.
    @Override
    public String toString() {
        return kind.words.replace("%d", Integer.toString(row + 1)).replace("%s", what);
    }
}
