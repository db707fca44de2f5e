package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gopy.reading.*;
import vn.gopy.text.*;
import vn.gopy.topic.Topic;

final class FakeReader implements Reader {
    private static final Pattern PHONE = Pattern.compile("0[0-9]{9}");

    @Override
    public Reading read(String text) {
        var t = Folding.fold(text);
        boolean neg = t.contains("xa qua") || t.contains("cham") || t.contains("te ") || t.contains("far");
        boolean pos = t.contains("nhanh") || t.contains("tot") || t.contains("gan");
        var s = neg && pos ? Sentiment.MIXED : neg ? Sentiment.NEG : pos ? Sentiment.POS : Sentiment.UNSURE;
        var topic = t.contains("xa qua") || t.contains("gan") || t.contains("far") ? Optional.of(Topic.DI_LAI)
                : t.contains("giay") ? Optional.of(Topic.GIAY_TO) : Optional.<Topic>empty();
        var second = topic.equals(Optional.of(Topic.DI_LAI)) && t.contains("giay") ? Optional.of(Topic.GIAY_TO)
                : Optional.<Topic>empty();
        var q = t.contains("?") || (t.contains("khong") && t.contains("phai")) || t.contains("o dau") || t.contains("tai sao");
        var i = t.equals("xin chao") || t.equals("hello") ? Intent.GREETING : q ? Intent.QUESTION
                : s != Sentiment.UNSURE ? Intent.FEEDBACK : Intent.UNSURE;
        var sens = t.contains("chay nha") ? Sensitive.FIRE : t.contains("tu tu") ? Sensitive.SELF_HARM
                : t.contains("hoi lo") ? Sensitive.CORRUPTION : t.contains("tai nan") ? Sensitive.MEDICAL : Sensitive.NONE;
        var spans = new ArrayList<Span>();
        var m = PHONE.matcher(text);
        while (m.find()) {
            spans.add(new Span(m.start(), m.end(), Span.Kind.PHONE));
        }
        var lang = t.matches(".*\\b(the|is|my|now|to)\\b.*") ? Language.ENGLISH : Language.VIETNAMESE;
        return new Reading(s, topic, second, i, sens != Sensitive.NONE, false, lang, List.copyOf(spans), sens);
    }

    @Override
    public String masked(String text, Reading reading, Language language) {
        return PHONE.matcher(text).replaceAll("«số điện thoại»");
    }
}
