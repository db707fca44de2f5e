package vn.gopy.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// The rule chooses, and it is the same for everybody.
class ChoiceTest {
    private static final Theme THEME = new Theme(new Period(Period.Kind.MONTH, LocalDate.of(2026, 10, 1)),
            Area.PROVINCE, Topic.DI_LAI);
    private static final Theme OTHER = new Theme(THEME.month(), new Area("07030"), Topic.DI_LAI);
    private static final List<String> FAR = List.of("trụ sở mới xa quá", "trụ sở xa quá đi mất buổi",
            "xa quá trụ sở mới ơi", "trụ sở mới xa quá trời", "quên mang giấy phải về lấy lại");

    private static Sentence sentence(int person, Side side, String text) {
        var bytes = new byte[Pseudonym.LENGTH];
        bytes[0] = (byte) person;
        return new Sentence(person, Pseudonym.of(bytes), Topic.DI_LAI, Optional.empty(), side, text);
    }

    private static List<Sentence> ten() {
        var ten = new ArrayList<Sentence>();
        for (int i = 0; i < 5; i++) {
            ten.add(sentence(i, Side.CRITICISM, FAR.get(i)));
            ten.add(sentence(10 + i, Side.PRAISE, FAR.get(i)));
        }
        return ten;
    }

    private static List<String> told(List<Pick> picks) {
        return picks.stream().map(pick -> pick.sentence().side().word() + " " + pick.place().word() + " "
                + pick.sentence().text()).toList();
    }

    @Test
    void of_each_side_the_nearest_to_the_middle_and_the_farthest_are_chosen_whatever_the_order() {
        var first = told(new Choice(10).of(THEME, ten()));

        assertEquals(4, first.size());
        assertTrue(first.contains("criticism farthest quên mang giấy phải về lấy lại"), first::toString);
        assertTrue(first.stream().anyMatch(one -> one.startsWith("criticism nearest trụ sở mới xa quá")),
                first::toString);
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = ten();
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(first, told(new Choice(10).of(THEME, shuffled)));
        }
    }

    @Test
    void the_same_words_are_chosen_whether_they_praise_or_blame() {
        var told = told(new Choice(10).of(THEME, ten()));

        assertEquals(told.stream().filter(one -> one.startsWith("praise")).map(one -> one.substring(7))
                .toList(),
                told.stream().filter(one -> one.startsWith("criticism")).map(one -> one.substring(10))
                        .toList());
    }

    @Test
    void nine_who_let_us_show_theirs_are_too_few_and_short_cries_do_not_count() {
        assertEquals(List.of(), new Choice(10).of(THEME, ten().subList(0, 9)));
        var padded = new ArrayList<>(ten().subList(0, 9));
        padded.add(sentence(30, Side.PRAISE, "tốt lắm «số điện thoại» nhé"));
        assertEquals(List.of(), new Choice(10).of(THEME, padded));
    }

    @Test
    void of_one_person_one_sentence_is_chosen_in_all_themes_of_a_month() {
        var twice = new ArrayList<>(ten());
        twice.add(sentence(0, Side.PRAISE, "chính người ấy cũng khen một câu"));
        var choice = new Choice(10);

        var picks = new ArrayList<>(choice.of(OTHER, twice));
        picks.addAll(choice.of(THEME, twice));

        var persons = picks.stream().map(pick -> pick.sentence().person()).toList();
        assertEquals(persons.size(), persons.stream().distinct().count());
        assertEquals(8, picks.size());
    }

    @Test
    void the_residents_own_tap_decides_the_side_and_others_must_ask_or_suggest() {
        assertEquals(Optional.of(Side.PRAISE), Side.of(Optional.of(Mood.SATISFIED), "bao giờ xong?"));
        assertEquals(Optional.of(Side.CRITICISM), Side.of(Optional.of(Mood.VERY_DISSATISFIED), "tốt"));
        for (var asks : List.of("bao giờ xong", "Đề nghị mở thêm quầy", "when will it open", "xa không?")) {
            assertEquals(Optional.of(Side.QUESTION), Side.of(Optional.empty(), asks), asks);
            assertEquals(Optional.of(Side.QUESTION), Side.of(Optional.of(Mood.NEUTRAL), asks), asks);
        }
        assertEquals(Optional.empty(), Side.of(Optional.of(Mood.NEUTRAL), "cũng bình thường thôi"));
        assertEquals(3, Arrays.stream(Side.values()).map(Side::word).map(Side::of).distinct().count());
    }
}
