package vn.gopy.dashboard;

import java.time.LocalDate;
import java.util.Map;
import vn.gopy.text.Language;

/// Something outside the figures that the trend marks, such as the new communes or an announcement.
///
/// @param breaks whether figures before and after it are not of the same places, so that lines break
/// @param texts  what it was, by language tag
public record Happening(LocalDate day, boolean breaks, Map<String, String> texts) {
    public Happening {
        texts = Map.copyOf(texts);
    }

    /// In a language, or in Vietnamese, which is always there.
    public String text(Language language) {
        return texts.getOrDefault(language.tag(), texts.getOrDefault(Language.VIETNAMESE.tag(), ""));
    }
}
