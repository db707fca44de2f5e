package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Choice;
import vn.gopy.reading.Intent;
import vn.gopy.reading.Reading;
import vn.gopy.reading.Sensitive;
import vn.gopy.reading.Sentiment;
import vn.gopy.text.Language;
import vn.gopy.topic.Mood;

/// Praise and blame take the same path: the same messages, the same buttons, words of like length.
final class MirrorTest {
    private static final List<String> FACES = List.of("😀", "🙂", "😐", "🙁", "😠", "Không muốn nói");

    @Test
    void every_face_leads_through_the_same_messages() {
        var paths = FACES.stream().map(MirrorTest::path).toList();

        for (var path : paths) {
            assertEquals(paths.getFirst().size(), path.size());
            assertEquals(buttons(paths.getFirst()), buttons(path));
            assertTrue(Math.abs(length(paths.getFirst()) - length(path)) <= length(path) / 10);
        }
    }

    private static List<Turn> path(String face) {
        var talk = new Conversation(House.dialogue(), Language.VIETNAMESE, 6, Steps.NOW);
        var turns = new ArrayList<Turn>();
        turns.add(talk.type("/start"));
        turns.add(talk.press("✍️ Góp ý"));
        turns.add(talk.press("Đồng ý, góp ý"));
        turns.add(talk.press(face));
        turns.add(talk.press("Cán bộ, thái độ"));
        turns.add(talk.press("Bỏ qua"));
        turns.add(talk.press("Gửi"));
        return turns;
    }

    private static List<List<String>> buttons(List<Turn> turns) {
        return turns.stream().map(turn -> turn.replies().stream().flatMap(reply -> reply.choices().stream())
                .flatMap(List::stream).map(Choice::label).toList()).toList();
    }

    private static int length(List<Turn> turns) {
        return turns.stream().flatMap(turn -> turn.replies().stream())
                .mapToInt(reply -> reply.text().length()).sum();
    }

    @Test
    void a_guess_preselects_praise_as_far_from_the_middle_as_blame() {
        var good = said(Sentiment.POS).mood();
        var bad = said(Sentiment.NEG).mood();

        assertEquals(Optional.of(Mood.SATISFIED), good);
        assertEquals(Optional.of(Mood.DISSATISFIED), bad);
        assertEquals(Optional.of(Mood.NEUTRAL), said(Sentiment.NEU).mood());
        assertEquals(Optional.empty(), said(Sentiment.MIXED).mood());
    }

    private static Said said(Sentiment sentiment) {
        var reading = new Reading(sentiment, Optional.empty(), Optional.empty(),
                Intent.FEEDBACK, false, false, Language.VIETNAMESE, List.of(),
                Sensitive.NONE);
        return new Said("x", "x", 1, reading);
    }

    @Test
    void faces_run_one_way_for_half_of_the_people_and_the_other_way_for_the_rest() {
        assertEquals("😀", firstFace(0));
        assertEquals("😠", firstFace(1));
        assertEquals("😀", firstFace(2));
    }

    private static String firstFace(long seed) {
        var talk = new Conversation(House.dialogue(), Language.VIETNAMESE, seed, Steps.NOW).agreed();
        return talk.type("gopy").replies().getLast().choices().getFirst().getFirst().label();
    }

    @Test
    void topics_come_in_another_order_for_other_people_and_in_the_same_for_the_same() {
        var orders = new ArrayList<List<String>>();
        for (long seed = 0; seed < 40; seed++) {
            orders.add(topics(seed));
            assertEquals(orders.getLast(), topics(seed));
            assertEquals("Khác…", orders.getLast().getLast());
        }

        assertTrue(orders.stream().distinct().count() > 30);
    }

    private static List<String> topics(long seed) {
        var talk = new Conversation(House.dialogue(), Language.VIETNAMESE, seed, Steps.NOW).agreed();
        talk.type("gopy");
        return talk.type("3").replies().getLast().choices().stream().flatMap(List::stream).map(Choice::label)
                .toList();
    }
}
