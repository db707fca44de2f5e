package vn.gopy.dashboard;

import java.util.Arrays;
import java.util.List;
import vn.gopy.quote.Quotes;
import vn.gopy.quote.Side;
import vn.gopy.quote.Spoken;
import vn.gopy.release.Period;
import vn.gopy.topic.Topic;
import vn.gopy.web.Page;

/// Made-up words for a house whose feedback is made up, where real ones would stand. The page marks each.
final class Samples {
    private static final List<Topic> TOPICS = List.of(Topic.GIAY_TO, Topic.PHUC_VU, Topic.DI_LAI);

    private Samples() {}

    static Spoken of(View view, Page page) {
        if (view.period().kind() != Period.Kind.MONTH) {
            return Spoken.NOTHING;
        }
        var themes = TOPICS.stream().filter(topic -> Quotes.isLarge(view.sheet(), topic))
                .map(topic -> new Spoken.Talk(topic, Arrays.stream(Side.values())
                        .map(side -> new Spoken.Words(side,
                                List.of(page.say("words.sample." + topic.code() + "." + side.word()))))
                        .toList()))
                .toList();
        return new Spoken(themes, List.of(), 0);
    }
}
