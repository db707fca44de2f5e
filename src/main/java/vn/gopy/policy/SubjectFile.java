package vn.gopy.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gopy.policy.Claim.Certainty;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// One file of claims, read and checked.
final class SubjectFile {
    static final int LONGEST_TEXT = 160;
    static final int LONGEST_TITLE = 40;
    static final int LONGEST_QUOTE = 300;
    static final Pattern ID = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Set<String> KEYS = Set.of("id", "vi", "en", "title", "source", "sources",
            "certainty", "from",
            "until", "replaced-by", "quote", "checked", "topic", "alongside", "further", "asked");

    private final String subject;
    private final Node file;
    private final Documents documents;

    SubjectFile(String subject, Node file, Documents documents) {
        this.subject = subject;
        this.file = file.knows(Set.of("topic", "checked", "from", "claims"));
        this.documents = documents;
    }

    List<Entry> entries() {
        return file.each("claims").stream().map(node -> entry(node.in(node.text("id")).knows(KEYS))).toList();
    }

    private Entry entry(Node node) {
        if (!ID.matcher(node.text("id")).matches()) {
            throw node.wrong("the id is not made of a-z, 0-9, - and dots");
        }
        var checked = node.day("checked").or(() -> file.day("checked"))
                .orElseThrow(() -> node.wrong("no day checked"));
        var from = node.day("from").or(() -> file.day("from")).orElseThrow(() -> node.wrong("has no from"));
        var until = node.day("until");
        if (until.filter(last -> last.isBefore(from)).isPresent()) {
            throw node.wrong("ends before it begins");
        }
        return new Entry(file.where(), claim(node, checked), node.texts("asked"), from, until,
                node.find("replaced-by"), checked);
    }

    private Claim claim(Node node, LocalDate checked) {
        var certainty = certainty(node);
        var sources = sources(node, checked);
        if (sources.isEmpty() != (certainty == Certainty.NONE)) {
            throw node.wrong("needs a source, or the certainty 'none' and no source");
        }
        if (node.text("quote", "").length() > LONGEST_QUOTE) {
            throw node.wrong("quotes more than " + LONGEST_QUOTE + " characters");
        }
        return new Claim(node.text("id"), subject,
                limited(node, Map.of(Language.VIETNAMESE, node.text("vi"), Language.ENGLISH, node.text("en")),
                        LONGEST_TEXT),
                limited(node, both(node, node.words("title")), LONGEST_TITLE), node.words("further"), sources,
                certainty, topic(node), node.texts("alongside"));
    }

    private static Map<Language, String> both(Node node, Map<Language, String> words) {
        if (!words.containsKey(Language.VIETNAMESE) || !words.containsKey(Language.ENGLISH)) {
            throw node.wrong("its title is not in vi and en");
        }
        return words;
    }

    private static Map<Language, String> limited(Node node, Map<Language, String> words, int most) {
        words.forEach((language, text) -> {
            if (text.length() > most) {
                throw node.wrong("'" + text + "' has " + text.length() + " characters, at most " + most
                        + " are allowed");
            }
        });
        return words;
    }

    private static Certainty certainty(Node node) {
        return switch (node.text("certainty", "press")) {
            case "text" -> Certainty.TEXT;
            case "press" -> Certainty.PRESS;
            case "none" -> Certainty.NONE;
            default -> throw node.wrong("certainty is text, press or none");
        };
    }

    private Optional<Topic> topic(Node node) {
        var code = node.find("topic").or(() -> file.find("topic"));
        if (code.isPresent() && code.flatMap(Topic::of).isEmpty()) {
            throw node.wrong("unknown topic '" + code.get() + "'");
        }
        return code.flatMap(Topic::of);
    }

    private List<Source> sources(Node node, LocalDate checked) {
        return Stream.concat(node.find("source").stream(), node.texts("sources").stream())
                .map(one -> documents.cited(node, one, checked)).toList();
    }
}
