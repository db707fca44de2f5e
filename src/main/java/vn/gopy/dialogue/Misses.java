package vn.gopy.dialogue;

/// What happens when an answer is not understood: the first time the question comes again in other words, the
/// second time the menu. A draft is kept meanwhile.
final class Misses {
    private Misses() {}

    /// @param words the key of a phrase that asks in other words
    static Turn count(Visit visit, Voice voice, String words) {
        if (visit.standing().misses() > 0) {
            return visit.to(new Step.Idle()).say(voice.reply(visit, "missed.twice"));
        }
        var again = visit.standing().at(visit.standing().step()).missed();
        return Turn.to(again).say(voice.reply(visit, words));
    }
}
