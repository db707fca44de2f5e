package vn.gopy.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.gopy.config.KeptYaml;

/// Every phrase the bot and the pages say, by language and key, from `messages/<tag>.yaml`.
///
/// A phrase holds named places `{place}` and no rules of grammar: one that counts is worded so that it fits
/// every number ("Opinions kept: {n}"). `**bold**` is turned into [Phrasebook#BOLD] … [Phrasebook#PLAIN]
/// once, when the book is opened.
public final class Phrasebook {
    private static final Pattern STARRED = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    public static final char BOLD = '\uE000';
    public static final char PLAIN = '\uE001';

    private final Map<Language, Map<String, String>> phrases;

    private Phrasebook(Map<Language, Map<String, String>> phrases) {
        this.phrases = phrases;
    }

    /// Opens the shipped languages. Throws when a file is missing or is not a flat list of phrases.
    public static Phrasebook open(List<Language> languages) {
        var all = new HashMap<Language, Map<String, String>>();
        languages.forEach(language -> all.put(language, read(language)));
        return new Phrasebook(Map.copyOf(all));
    }

    private static Map<String, String> read(Language language) {
        var file = "/messages/" + language.tag() + ".yaml";
        try (InputStream stream = Phrasebook.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no phrases for language " + language.tag());
            }
            var ready = new TreeMap<String, String>();
            KeptYaml.tree(stream.readAllBytes()).properties()
                    .forEach(one -> ready.put(one.getKey(), marked(phrase(file, one).strip())));
            return new LinkedHashMap<>(ready);
        } catch (IOException broken) {
            throw new IllegalStateException("could not read " + file, broken);
        }
    }

    private static String phrase(String file, Map.Entry<String, JsonNode> one) {
        if (!one.getValue().isValueNode() || one.getValue().isNull()) {
            throw new IllegalStateException(file + ": '" + one.getKey() + "' is not a phrase");
        }
        return one.getValue().asText();
    }

    private static String marked(String phrase) {
        return !phrase.contains("**")
                ? phrase
                : STARRED.matcher(phrase).replaceAll(BOLD + "$1" + PLAIN);
    }

    public Set<Language> languages() {
        return phrases.keySet();
    }

    /// The keys of a language, sorted.
    public Set<String> keys(Language language) {
        return book(language).keySet();
    }

    public boolean has(Language language, String key) {
        return book(language).containsKey(key);
    }

    /// The phrase as it stands, without filling its places.
    public String raw(Language language, String key) {
        var phrase = book(language).get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("no phrase '" + key + "' in " + language.tag());
        }
        return phrase;
    }

    public String say(Language language, String key) {
        return say(language, key, Map.of());
    }

    /// The phrase with its places filled. A missing place is a programming fault and throws.
    public String say(Language language, String key, Map<String, ?> places) {
        var phrase = raw(language, key);
        return phrase.indexOf('{') < 0 ? phrase : filled(key, phrase, places);
    }

    /// A length of time in words: in months when that is true to the day, else in days, under two days in
    /// hours.
    public String say(Language language, Duration time) {
        long months = Math.round(time.toDays() * 12 / 365.0);
        if (time.toDays() >= 60 && Math.abs(time.toDays() - months * 365 / 12.0) < 1) {
            return say(language, "time.months", Map.of("n", months));
        }
        return time.toDays() < 2
                ? say(language, "time.hours", Map.of("n", time.toHours()))
                : say(language, "time.days", Map.of("n", time.toDays()));
    }

    private static String filled(String key, String phrase, Map<String, ?> places) {
        var text = new StringBuilder(phrase.length() + 32);
        int from = 0;
        for (int open = phrase.indexOf('{'); open >= 0; open = phrase.indexOf('{', from)) {
            int close = phrase.indexOf('}', open);
            var value = places.get(phrase.substring(open + 1, close));
            if (value == null) {
                throw new IllegalArgumentException(
                        "phrase '" + key + "' misses " + phrase.substring(open, close + 1));
            }
            text.append(phrase, from, open).append(value);
            from = close + 1;
        }
        return text.append(phrase, from, phrase.length()).toString();
    }

    private Map<String, String> book(Language language) {
        var book = phrases.get(language);
        if (book == null) {
            throw new IllegalArgumentException("no phrases for language " + language.tag());
        }
        return book;
    }
}
