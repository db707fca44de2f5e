package vn.gopy.poll;

import java.util.List;
import java.util.Optional;
import vn.gopy.policy.Phrases;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;

/// Whether a question is worded so that nobody is led: one question, two to six options that differ, no word that
/// persuades, and none that puts an answer into the mouth.
///
/// @param persuading the phrases that no announcement and no claim may say either
/// @param leading    such as "bạn có đồng ý rằng"
public record WordingCheck(Phrases persuading, Phrases leading) {
    Optional<PollFault> fault(Poll.Content content) {
        return fault(content.vietnamese(), Language.VIETNAMESE).or(() -> content.english()
                .flatMap(wording -> wording.options().size() == content.vietnamese().options().size()
                        ? fault(wording, Language.ENGLISH)
                        : Optional.of(PollFault.HALF_TRANSLATED)));
    }

    private Optional<PollFault> fault(Poll.Wording wording, Language language) {
        if (wording.question().isEmpty()) {
            return Optional.of(PollFault.EMPTY);
        }
        if (wording.question().length() > Poll.LONGEST) {
            return Optional.of(PollFault.TOO_LONG);
        }
        if (wording.question().chars().filter(letter -> letter == '?').count() > 1) {
            return Optional.of(PollFault.TWO_QUESTIONS);
        }
        if (!differ(wording.options())) {
            return Optional.of(PollFault.OPTIONS);
        }
        var all = all(wording);
        return persuading.in(all, language).map(_ -> PollFault.PERSUADES)
                .or(() -> leading.in(all, language).map(_ -> PollFault.LEADS));
    }

    /// Typed without marks they must still be told apart.
    private static boolean differ(List<String> options) {
        return options.size() >= Poll.LEAST_OPTIONS && options.size() <= Poll.MOST_OPTIONS
                && options.stream().allMatch(option -> option.length() <= Poll.LONGEST_OPTION)
                && options.stream().map(Folding::fold).distinct().count() == options.size();
    }

    private static String all(Poll.Wording wording) {
        return wording.question() + "\n" + String.join("\n", wording.options());
    }

    /// The phrase that persuades or leads, if there is one.
    Optional<String> phrase(Poll.Content content) {
        return phrase(content.vietnamese(), Language.VIETNAMESE)
                .or(() -> content.english().flatMap(wording -> phrase(wording, Language.ENGLISH)));
    }

    private Optional<String> phrase(Poll.Wording wording, Language language) {
        return persuading.in(all(wording), language).or(() -> leading.in(all(wording), language));
    }
}
