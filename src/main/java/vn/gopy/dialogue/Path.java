package vn.gopy.dialogue;

/// The way of an opinion: consent, mood, topic, place, review. The same for praise and for blame; what is
/// known is not asked.
final class Path {
    private Path() {}

    /// The turn that keeps the draft and opens the first question that is still missing.
    static Turn onward(Visit visit, Draft draft) {
        return visit.resident().consented()
                ? afterConsent(visit, draft)
                : visit.with(visit.standing().with(draft)).to(new Step.Consent(false));
    }

    static Turn afterConsent(Visit visit, Draft draft) {
        return visit.with(visit.standing().with(draft)).to(missing(draft));
    }

    private static Step missing(Draft draft) {
        if (draft.lacksMood()) {
            return new Step.AskMood();
        }
        if (draft.topic().isEmpty()) {
            return new Step.AskTopic(false, false);
        }
        return draft.place().isEmpty() ? new Step.AskPlace(0) : new Step.Review();
    }
}
