package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// The phrases of the dialogue: complete in every language, short, and without persuasion.
final class PhrasesTest {
    private static final Language VI = Language.VIETNAMESE;
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)\\}");
    private static final String JAVA = "src/main/java/vn/gopy";
    private static final int LONGEST = 20;
    private static final Set<String> OURS = Set.of("button", "word", "welcome", "menu", "help", "linked",
            "group",
            "unreadable", "front", "missed", "again", "stale", "kept", "cancelled", "yes", "no", "consent",
            "mood", "topic",
            "place", "lookup", "review", "fix", "reword", "receipt", "edited", "resume", "fix-sent",
            "question", "answer", "quote", "request",
            "source", "intent", "privacy", "data", "erase", "withdraw", "stop", "language", "talk", "care",
            "too-fast", "tonghop", "fault");
    /// Made of a code or of a word: `topic.di_lai`, `button.gopy`.
    private static final Set<String> COMPOSED = Set.of("button", "word", "topic", "mood", "talk", "care");
    private static final List<String> PERSUASION = List.of("dong thuan", "vi loi ich chung", "hay ung ho",
            "ung ho",
            "tuyet voi", "tot nhat", "vinh du", "thanh cong ruc ro", "support the", "for the common good",
            "best ever",
            "great success", "wonderful", "we are proud", "yen tam rang");

    @Test
    void all_languages_have_the_same_keys_and_places() {
        for (var language : House.PHRASES.languages()) {
            assertEquals(House.PHRASES.keys(VI), House.PHRASES.keys(language), language.tag());
            for (var key : House.PHRASES.keys(VI)) {
                assertEquals(places(VI, key), places(language, key), language.tag() + " " + key);
            }
        }
    }

    private static Set<String> places(Language language, String key) {
        return PLACE.matcher(House.PHRASES.raw(language, key)).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void braces_hold_the_name_of_a_place_and_nothing_else() {
        for (var language : House.PHRASES.languages()) {
            var broken = House.PHRASES.keys(language).stream().filter(
                    key -> PLACE.matcher(House.PHRASES.raw(language, key)).replaceAll("")
                            .matches("(?s).*[{}].*"))
                    .toList();

            assertEquals(List.of(), broken, language.tag());
        }
    }

    @Test
    void no_phrase_of_the_dialogue_is_unused() {
        var code = code();
        var unused = ours().filter(key -> !key.endsWith(".heard"))
                .filter(key -> !COMPOSED.contains(root(key)))
                .filter(key -> !code.contains('"' + key + '"')).toList();

        assertEquals(List.of(), unused);
    }

    /// But those of policies, whose code knows the ends of its keys alone.
    @Test
    void every_phrase_that_code_and_pages_say_exists() {
        var said = SaidKeys.in(sources(JAVA, file -> !file.contains("/policy/"))
                + sources("src/main/resources/jte", file -> file.endsWith(".jte")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(said.size() > 250, "only " + said.size() + " keys were found");
        assertEquals(List.of(), said.stream().filter(key -> !isPhrase(key)).toList());
    }

    /// Whether there is such a phrase, or one that begins so, for a key whose end is glued on.
    private static boolean isPhrase(String key) {
        return key.endsWith(".")
                ? House.PHRASES.keys(VI).stream().anyMatch(phrase -> phrase.startsWith(key))
                : House.PHRASES.has(VI, key);
    }

    @Test
    void a_missing_phrase_is_found_however_it_is_said() {
        var source = """
                var reply = Reply.of(phrases.say(language(incoming), "fault.none", Map.of("code", code)));
                rows.add(List.of(voice.option(visit, "send", full ? "send.full" : "send.short")));
                return voice.say(visit, "topic." + topic.code());
                """;

        assertEquals(List.of("fault.none", "send.full", "send.short", "topic."),
                SaidKeys.in(source).toList());
    }

    @Test
    void other_ways_to_type_something_belong_to_a_label() {
        var lost = ours().filter(key -> key.endsWith(".heard")).map(key -> key.substring(0, key.length() - 6))
                .filter(key -> !House.PHRASES.has(VI, key)).toList();

        assertEquals(List.of(), lost);
    }

    @Test
    void sentences_have_at_most_twenty_words() {
        for (var language : House.PHRASES.languages()) {
            var long_ = ours()
                    .filter(key -> !key.equals("receipt.words") && !key.equals("front.asks")
                            && !key.endsWith(".heard"))
                    .filter(key -> !key.startsWith("word."))
                    .filter(key -> sentences(language, key).anyMatch(sentence -> words(sentence) > LONGEST))
                    .toList();

            assertEquals(List.of(), long_, language.tag());
        }
    }

    /// Sentences and list items end a thought, and so does a line.
    private static Stream<String> sentences(Language language, String key) {
        return Stream.of(House.PHRASES.raw(language, key).split("(?<=[.?!:·])\\s|\\n", -1));
    }

    private static long words(String sentence) {
        return Pattern.compile("\\S+").matcher(sentence).results()
                .filter(word -> word.group().matches(".*\\w.*|.*\\p{L}.*"))
                .count();
    }

    @Test
    void nothing_persuades() {
        for (var language : House.PHRASES.languages()) {
            var found = House.PHRASES.keys(language).stream().filter(key -> PERSUASION.stream()
                    .anyMatch(words -> Pattern.compile("\\b" + words + "\\b")
                            .matcher(Folding.fold(House.PHRASES.raw(language, key))).find()))
                    .toList();

            assertEquals(List.of(), found, language.tag());
        }
    }

    @Test
    void a_topic_has_one_name_in_the_chat_and_on_the_pages() {
        for (var topic : Topic.values()) {
            assertEquals(List.of("topic." + topic.code()), House.PHRASES.keys(VI).stream()
                    .filter(key -> key.endsWith("." + topic.code())).toList());
        }
    }

    @Test
    void the_city_of_quang_ninh_is_not_called_a_province() {
        for (var language : House.PHRASES.languages()) {
            var found = House.PHRASES.keys(language).stream().filter(key -> Pattern
                    .compile("(?iu)(?<!\\p{L})(tỉnh|provinces?)(?!\\p{L})")
                    .matcher(House.PHRASES.raw(language, key)).find()).toList();

            assertEquals(List.of(), found, language.tag());
        }
    }

    @Test
    void praise_and_blame_have_phrases_of_like_length() {
        for (var language : House.PHRASES.languages()) {
            for (int praise = 4; praise <= 5; praise++) {
                var good = House.PHRASES.raw(language, "mood." + praise + ".name").length();
                var bad = House.PHRASES.raw(language, "mood." + (6 - praise) + ".name").length();
                assertTrue(Math.abs(good - bad) <= 6, language.tag() + " mood " + praise);
            }
        }
        assertTrue(ours().noneMatch(key -> key.matches(".*(praise|blame|positive|negative|happy|angry).*")));
    }

    @Test
    void receipts_have_words_enough_and_each_once() {
        for (var language : House.PHRASES.languages()) {
            var words = List.of(House.PHRASES.raw(language, "receipt.words").split(" ", -1));

            assertTrue(words.size() >= 128, language.tag() + " " + words.size());
            assertEquals(words.size(), Set.copyOf(words).size(), language.tag());
        }
    }

    private static Stream<String> ours() {
        return House.PHRASES.keys(VI).stream().filter(key -> OURS.contains(root(key)));
    }

    private static String root(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    private static String code() {
        return sources(JAVA, file -> file.endsWith(".java"));
    }

    private static String sources(String folder, Predicate<String> wanted) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).filter(file -> wanted.test(file.toString()))
                    .map(PhrasesTest::read).collect(Collectors.joining());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
