package vn.gopy.web;

import gg.jte.Content;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// One page on its way to a reader: its language, its title and its place in the house. `layout.jte` draws
/// the frame from it, every template takes its words from it.
public final class Page {
    /// Where the reader stands; the header marks the link.
    public enum Section {
        CHAT, FIGURES, REGISTERS, PRIVACY, NONE
    }

    private final Pages house;
    private final Language language;
    private final Section section;
    private final String title;
    private final String address;

    /// @param address the path with its query, without `lang`
    Page(Pages house, Language language, Section section, String title, String address) {
        this.house = house;
        this.language = language;
        this.section = section;
        this.title = title;
        this.address = address;
    }

    public Language language() {
        return language;
    }

    public String tag() {
        return language.tag();
    }

    public String title() {
        return title;
    }

    /// Who runs the service.
    public String operator() {
        return house.operator();
    }

    public boolean in(Section here) {
        return section == here;
    }

    public String say(String key) {
        return phrases().say(language, key);
    }

    public String say(String key, Map<String, ?> places) {
        return phrases().say(language, key, places);
    }

    /// A length of time in words.
    public String say(Duration time) {
        return phrases().say(language, time);
    }

    /// A phrase with its bold parts drawn bold; everything in it is escaped.
    public Content rich(String key) {
        return Marked.text(say(key));
    }

    public Content rich(String key, Map<String, ?> places) {
        return Marked.text(say(key, places));
    }

    /// The address of another page of ours, in this page's language.
    public String to(String path) {
        return Languages.in(language, path);
    }

    /// The languages that this page also speaks, without the one it speaks now.
    public List<Language> others() {
        return house.languages().stream().filter(other -> !other.equals(language)).toList();
    }

    /// This page in another language.
    public String inLanguage(Language other) {
        return Languages.in(other, address);
    }

    /// A language's own name, in that language.
    public String nameOf(Language other) {
        return phrases().say(other, "web.language-name");
    }

    /// The address of a file under `static/`, which changes when the file changes.
    public String file(String name) {
        return house.files().address(name);
    }

    /// Where the words of all pages come from, for what says figures on pages and elsewhere alike.
    public Phrasebook phrases() {
        return house.phrases();
    }
}
