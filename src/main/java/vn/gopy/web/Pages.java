package vn.gopy.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Draws pages: the compiled templates, the words, the static files and the frame they share.
public final class Pages {
    /// The media type of a page.
    public static final String HTML = "text/html; charset=utf-8";
    private final Phrasebook phrases;
    private final String operator;
    private final StaticFiles files = new StaticFiles();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Pages.class.getClassLoader(), "vn.gopy.pages");

    public Pages(Phrasebook phrases, String operator) {
        this.phrases = phrases;
        this.operator = operator;
    }

    /// The page that this request asks for, in the language it asks for. `titleKey` names a phrase.
    public Page page(Context request, Page.Section section, String titleKey) {
        var language = Languages.of(request, phrases.languages());
        return new Page(this, language, section, phrases.say(language, titleKey),
                Languages.address(request));
    }

    /// The same with a title of its own, such as a commune's name.
    public Page titled(Context request, Page.Section section, String title) {
        return new Page(this, Languages.of(request, phrases.languages()), section, title,
                Languages.address(request));
    }

    /// Answers with a template such as `privacy.jte`; it gets `page` and what else it names as parameters.
    public void show(Context request, String template, Page page, Map<String, Object> parameters) {
        request.contentType(HTML).result(draw(template, page, parameters));
    }

    /// Draws a template without answering.
    public String draw(String template, Page page, Map<String, Object> parameters) {
        var all = new TreeMap<String, Object>(parameters);
        all.put("page", page);
        var html = new StringOutput();
        templates.render(template, all, html);
        return html.toString();
    }

    /// Everything under `/static/`.
    public Routes staticRoutes() {
        return new StaticRoutes(files);
    }

    StaticFiles files() {
        return files;
    }

    Phrasebook phrases() {
        return phrases;
    }

    String operator() {
        return operator;
    }

    List<Language> languages() {
        return phrases.languages().stream().sorted((a, b) -> b.tag().compareTo(a.tag())).toList();
    }
}
