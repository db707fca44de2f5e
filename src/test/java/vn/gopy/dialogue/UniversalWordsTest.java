package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.gopy.text.Language;

/// Every word in every state, in both languages: a step never swallows one.
final class UniversalWordsTest {
    private static final List<Language> LANGUAGES = List.of(Language.VIETNAMESE, Language.ENGLISH);

    @TestFactory
    List<DynamicTest> every_word_is_obeyed_in_every_step() {
        return LANGUAGES.stream().flatMap(language -> Steps.all().stream().map(step -> DynamicTest
                .dynamicTest(language.tag() + " " + step, () -> {
                    for (var word : Word.values()) {
                        for (var typed : List.of(word.typed(), "/" + word.typed(),
                                word.typed().toUpperCase(Locale.ROOT), "/" + word.typed() + "@gopy_bot")) {
                            obeys(word, typed, step, language);
                        }
                    }
                }))).toList();
    }

    private static void obeys(Word word, String typed, Step step, Language language) {
        var turn = Steps.at(step, language).type(typed);

        var where = typed + " at " + step;
        assertFalse(turn.replies().isEmpty(), where);
        assertTrue(turn.events().stream().noneMatch(Event.FeedbackFiled.class::isInstance), where);
        if (!(step instanceof Step.ConfirmErase)) {
            assertTrue(turn.events().stream().noneMatch(Event.Erased.class::isInstance), where);
        }
        var next = turn.next().step();
        switch (word) {
            case HOI -> assertInstanceOf(Step.AskQuestion.class, next, where);
            case GUIXA -> assertTrue(next instanceof Step.AskRequest || sendsQuestion(step, next), where);
            case NHANTIN -> assertTrue(next instanceof Step.AskNews || next instanceof Step.MayNews, where);
            case XAMOI -> assertInstanceOf(Step.LookUp.class, next, where);
            case HUY -> assertTrue(next instanceof Step.Idle && turn.next().draft().isEmpty(), where);
            case DUNG ->
                assertTrue(next instanceof Step.ConfirmStop || step instanceof Step.ConfirmStop, where);
            case XOA ->
                assertTrue(next instanceof Step.ConfirmErase || step instanceof Step.ConfirmErase, where);
            case RUTLAI -> assertInstanceOf(Step.Withdraw.class, next, where);
            case NGONNGU -> assertInstanceOf(Step.PickLanguage.class, next, where);
            case EN -> assertEquals(Language.ENGLISH, turn.next().chosen().orElseThrow(), where);
            case VI -> assertEquals(Language.VIETNAMESE, turn.next().chosen().orElseThrow(), where);
            case DULIEU, BIENNHAN, RIENGTU, GIUP, TRALOIDUNGY, CHUADUNGY, DUNGBAONUA, TATTIN, THAMDO,
                    DOITHOAI ->
                assertEquals(step, next, where);
            case TONGHOP -> assertInstanceOf(Step.ToldFigures.class, next, where);
            case SUA -> assertTrue(next instanceof Step.Fix || next instanceof Step.FixSent, where);
            case GOPY, START, MENU -> assertTrue(next instanceof Step.Resume || next instanceof Step.AskMood
                    || next instanceof Step.Idle || next.equals(step) || step instanceof Step.AskIntent,
                    where);
        }
    }

    /// Behind a question without a source the word sends that question.
    private static boolean sendsQuestion(Step step, Step next) {
        return step instanceof Step.NoSource(var question) && next.equals(new Step.AskOffice(question, 0));
    }

    @Test
    void words_with_marks_and_spaces_are_the_same_words() {
        var words = new Words(House.PHRASES);

        assertEquals(Word.GOPY, words.find("Góp ý").orElseThrow());
        assertEquals(Word.XOA, words.find("xoá").orElseThrow());
        assertEquals(Word.XOA, words.find("Xóa!").orElseThrow());
        assertEquals(Word.HUY, words.find("huỷ").orElseThrow());
        assertEquals(Word.DULIEU, words.find("dữ liệu của tôi").orElseThrow());
        assertEquals(Word.GIUP, words.find("help").orElseThrow());
        assertEquals(Word.XAMOI, words.find("xã mới").orElseThrow());
    }

    @Test
    void dung_is_stop_only_without_marks_or_with_those_of_stop() {
        var words = new Words(House.PHRASES);

        assertEquals(Word.DUNG, words.find("dung").orElseThrow());
        assertEquals(Word.DUNG, words.find("dừng").orElseThrow());
        assertTrue(words.find("đúng").isEmpty());
        assertTrue(words.find("dùng").isEmpty());
        assertTrue(words.find("đừng").isEmpty());
    }

    @Test
    void words_inside_a_sentence_and_far_are_no_commands() {
        var words = new Words(House.PHRASES);

        assertTrue(words.find("xa").isEmpty());
        assertTrue(words.find("xa quá").isEmpty());
        assertTrue(words.find("anh Huy cán bộ").isEmpty());
        assertTrue(words.find("tôi muốn xóa nhà tạm").isEmpty());
        assertTrue(words.find("").isEmpty());
    }

    @Test
    void right_typed_without_marks_still_answers_the_interrupted_question() {
        var talk = Steps.at(Steps.all().get(10), Language.VIETNAMESE);

        talk.type("dung");
        var turn = talk.press("Đúng");

        assertInstanceOf(Step.Review.class, turn.next().step());
    }
}
