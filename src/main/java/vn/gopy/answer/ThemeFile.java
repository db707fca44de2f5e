package vn.gopy.answer;

import java.util.List;
import java.util.Optional;

/// A theme with all that its office said to it.
///
/// @param sent  what was sent, the oldest first
/// @param draft what waits to be sent; pages of the public do not show it
public record ThemeFile(Theme theme, List<ThemeAnswer> sent, Optional<ThemeAnswer> draft) {
    public ThemeFile {
        sent = List.copyOf(sent);
    }

    static ThemeFile of(Theme theme, List<ThemeAnswer> answers) {
        return new ThemeFile(theme, answers.stream().filter(one -> one.sentAt().isPresent()).toList(),
                answers.stream().filter(one -> one.sentAt().isEmpty()).findFirst());
    }

    /// As the public may see it.
    ThemeFile sentOnly() {
        return new ThemeFile(theme, sent, Optional.empty());
    }
}
