package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.feedback.Feedback;
import vn.gopy.text.Language;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

final class StandingJsonTest {
    private static final Instant LATER = Steps.NOW.plusSeconds(5000);

    @Test
    void every_step_comes_back_as_it_was_written() {
        for (var step : Steps.all()) {
            var standing = new Standing(step, 77, 1, Optional.of(draft()), Optional.of(Language.ENGLISH),
                    Optional.of(new Standing.Home(Steps.HOANH_BO, Steps.NOW)), Optional.of("a.claim"),
                    Steps.NOW);

            assertEquals(standing, StandingJson.read(StandingJson.write(standing), LATER));
            assertEquals(Standing.start(Steps.NOW).at(step),
                    StandingJson.read(StandingJson.write(Standing.start(Steps.NOW).at(step)), LATER));
        }
    }

    private static Draft draft() {
        return new Draft(Optional.of(Mood.NEUTRAL), true, Optional.of(Topic.AN_NINH), true,
                Optional.of(Topic.KHAC),
                Optional.of(new Feedback.Place.Outside()), "“chữ” \\ \n «tên»", Optional.of(Mood.SATISFIED),
                Optional.of(Topic.DI_LAI), true, Steps.NOW);
    }

    @Test
    void what_cannot_be_read_is_a_new_standing() {
        for (var text : List.of("", "null", "[]", "{}", "{\"s\":{\"at\":\"older\"},\"n\":1,\"t\":1}",
                "{\"s\":",
                "{\"s\":{\"at\":\"linked\",\"unit\":\"no\"},\"n\":1,\"t\":1}", "💥",
                "{\"s\":{\"at\":\"pick\",\"kind\":\"NEVER\"},\"n\":1,\"t\":1}",
                "{\"n\":1,\"t\":1,\"l\":\"?\"}")) {
            assertEquals(Standing.start(LATER),
                    StandingJson.read(text.getBytes(StandardCharsets.UTF_8), LATER), text);
        }
    }

    @Test
    void standings_of_an_older_program_have_no_question_to_note() {
        for (var step : List.of(new Step.NoSource(""), new Step.Suggested(List.of("a.claim"), ""))) {
            var older = new String(StandingJson.write(Standing.start(Steps.NOW).at(step)),
                    StandardCharsets.UTF_8).replace(",\"q\":\"\"", "");

            assertEquals(step, StandingJson.read(older.getBytes(StandardCharsets.UTF_8), LATER).step());
        }
    }

    @Test
    void unknown_fields_of_a_newer_program_are_passed_over() {
        var written = new String(StandingJson.write(Standing.start(Steps.NOW)), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"new\":[1,{}],");

        assertEquals(Standing.start(Steps.NOW),
                StandingJson.read(written.getBytes(StandardCharsets.UTF_8), LATER));
    }

    @Test
    void an_idle_standing_is_short() {
        assertTrue(StandingJson.write(Standing.start(Steps.NOW)).length < 60);
    }
}
