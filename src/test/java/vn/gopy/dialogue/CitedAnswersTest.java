package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.chat.Incoming;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Claim.Certainty;
import vn.gopy.policy.Document;
import vn.gopy.policy.Finding;
import vn.gopy.policy.Library;
import vn.gopy.policy.Likeness;
import vn.gopy.text.Language;

/// What a resident reads, for everything that the bot may say: each factual sentence has a marker, each
/// marker a source with its place, its days and where it was read.
final class CitedAnswersTest {
    private static final List<Language> LANGUAGES = List.of(Language.VIETNAMESE, Language.ENGLISH);
    private static final Pattern MARKERS = Pattern.compile("( (\\[[0-9]+\\])+)$");
    private static final Pattern SENTENCE = Pattern
            .compile(".*?\\S{2}[.?!…](?: (?:\\[[0-9]+\\])+)?(?= |$)|.+$");
    private static final Pattern NUMBER = Pattern.compile("\\[([0-9]+)\\]");
    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

    private final List<String> faults = new ArrayList<>();

    @Test
    void every_sentence_of_every_claim_has_a_marker_and_every_marker_a_source() {
        everything().forEach(claim -> check(claim.id(), List.of(claim)));

        assertEquals(List.of(), faults);
    }

    @Test
    void the_card_of_every_unit_is_cited_line_by_line() {
        units().forEach(unit -> check(unit.title(), House.LIBRARY.card(unit.id(), NOW)));

        assertEquals(List.of(), faults);
    }

    @Test
    void a_look_up_in_the_chat_says_exactly_what_the_composer_makes() {
        var talk = new Conversation(House.dialogue(), Language.VIETNAMESE, 0, NOW);
        var answers = new Answers(House.PHRASES, House.LIBRARY);
        talk.type("xamoi");

        var heard = talk.type("xã Lê Lợi").replies().getLast().text();

        var card = House.LIBRARY.card(House.GAZETTEER.oldUnits().stream()
                .filter(unit -> unit.title().equals("xã Lê Lợi")).findFirst().orElseThrow().id(), NOW);
        assertEquals(answers.compose(card, Language.VIETNAMESE), heard);
    }

    @Test
    void a_button_keeps_its_meaning_when_an_editor_took_another_claim_out() {
        var library = new Without("giay-to.hieu-luc");
        var desk = new QuestionDesk(new Voice(House.PHRASES, House.SETTINGS), library,
                new AnswerDesk(new Voice(House.PHRASES, House.SETTINGS), library,
                        new Answers(House.PHRASES, library)),
                new NotingDesk(new Voice(House.PHRASES, House.SETTINGS), House.SETTINGS, House.READER,
                        library, new SampleOffices()));
        var step = new Step.Suggested(List.of("giay-to.hieu-luc", "giay-to.can-cuoc"), "giấy tờ cũ");
        var visit = new Conversation(House.dialogue(), Language.VIETNAMESE, 0, NOW)
                .visit(new Incoming.Typed("?"));
        var title = library.claim("giay-to.can-cuoc", NOW).orElseThrow().title(Language.VIETNAMESE);

        var first = desk.ask(step, visit).rows().getFirst().getFirst();

        assertEquals("s1 " + title, first.verb() + " " + first.label());
        assertTrue(desk.choose(step, first.verb(), visit).replies().getLast().text()
                .startsWith("Không bắt buộc đổi thẻ căn cước"));
    }

    /// The library after a claim was taken out.
    private record Without(String gone) implements Library {
        @Override
        public Finding find(String question, Language language, Optional<String> context, Instant now) {
            return House.LIBRARY.find(question, language, context, now);
        }

        @Override
        public Optional<Claim> claim(String id, Instant now) {
            return id.equals(gone) ? Optional.empty() : House.LIBRARY.claim(id, now);
        }

        @Override
        public Optional<Document> document(String number, Instant now) {
            return Optional.empty();
        }

        @Override
        public List<Claim> card(UnitId unit, Instant now) {
            return House.LIBRARY.card(unit, now);
        }

        @Override
        public List<Document> documents() {
            return House.LIBRARY.documents();
        }

        @Override
        public List<Claim> citing(String document, Instant now) {
            return House.LIBRARY.citing(document, now);
        }

        @Override
        public Likeness likeness() {
            return House.LIBRARY.likeness();
        }

        @Override
        public String version() {
            return House.LIBRARY.version();
        }
    }

    private static Stream<Unit> units() {
        return Stream.concat(House.GAZETTEER.oldUnits().stream(), House.GAZETTEER.newUnits().stream());
    }

    /// Written claims, and what is generated for every unit, district and older name.
    private static Stream<Claim> everything() {
        var facts = House.GAZETTEER.newUnits().stream().flatMap(unit -> Stream
                .of("formed-from", "seat", "centre", "area", "population", "neighbours", "code")
                .map(aspect -> "place." + aspect + "." + unit.id().code()));
        var past = House.GAZETTEER.oldUnits().stream().flatMap(unit -> Stream.of("new-of", "hamlets")
                .map(aspect -> "place." + aspect + "." + unit.id().code()));
        var districts = Stream.concat(House.GAZETTEER.districts().stream(),
                House.GAZETTEER.olderDistricts().stream()).map(one -> "place.district." + one.slug());
        var olders = House.GAZETTEER.olderNames().stream()
                .flatMap(name -> House.LIBRARY.find(name.title() + " " + name.district() + " nay là gì",
                        Language.VIETNAMESE, Optional.empty(), NOW).claims().stream());
        return Stream.concat(Stream.concat(House.LIBRARY.claims().stream(), olders),
                Stream.of(facts, past, districts).flatMap(ids -> ids)
                        .flatMap(id -> House.LIBRARY.claim(id, NOW).stream()));
    }

    private void check(String what, List<Claim> claims) {
        for (var language : LANGUAGES) {
            var talk = new Conversation(House.dialogue(), language, 0, NOW);
            var visit = talk.visit(new Incoming.Typed("?"));
            var desk = new AnswerDesk(new Voice(House.PHRASES, House.SETTINGS), House.LIBRARY,
                    new Answers(House.PHRASES, House.LIBRARY));
            var turn = desk.answer(visit, claims);
            check(what, claims, turn.replies().getLast().text());
            talk.standing(turn.next());
            assertTrue(desk.choose((Step.Answered) turn.next().step(), "sources",
                    talk.visit(new Incoming.Typed("?"))).replies().getLast().text()
                    .length() <= Answers.LONGEST, what);
        }
    }

    private void check(String what, List<Claim> claims, String text) {
        assertTrue(text.length() <= Answers.LONGEST, what);
        var parts = text.split("\n\n", -1);
        var sources = parts.length > 1 ? parts[1] : "";
        for (var line : parts[0].lines().toList()) {
            boolean stated = line.matches("(Hỏi thêm|Ask further): .*") || claims.stream()
                    .filter(claim -> claim.certainty() == Certainty.NONE)
                    .anyMatch(claim -> LANGUAGES.stream().anyMatch(one -> line.equals(claim.text(one))));
            for (var sentence : sentences(line)) {
                boolean cited = MARKERS.matcher(sentence).find();
                if (cited == stated || NUMBER.matcher(sentence).results()
                        .anyMatch(found -> !sources.contains("[" + found.group(1) + "] "))) {
                    faults.add(what + ": " + sentence);
                }
            }
        }
    }

    /// A sentence ends with a full stop, a question or exclamation mark, with the markers behind it; not
    /// within a number, a web address, or after a single letter as in `P. Hà Khẩu`.
    private static List<String> sentences(String line) {
        return SENTENCE.matcher(line).results().map(found -> found.group().strip()).toList();
    }
}
