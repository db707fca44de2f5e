package vn.gopy.web;

import io.javalin.http.Context;
import java.util.Set;
import vn.gopy.text.Language;

/// How a page's address tells its language: `?lang=en`, and nothing for Vietnamese.
final class Languages {
    private Languages() {}

    /// The language a request asks for; Vietnamese when it asks for none or for one we do not speak.
    static Language of(Context request, Set<Language> spoken) {
        var asked = request.queryParam("lang");
        return spoken.stream().filter(language -> language.tag().equals(asked)).findFirst()
                .orElse(Language.VIETNAMESE);
    }

    static String in(Language language, String address) {
        if (language.equals(Language.VIETNAMESE)) {
            return address;
        }
        int fragment = address.indexOf('#');
        var page = fragment < 0 ? address : address.substring(0, fragment);
        var rest = fragment < 0 ? "" : address.substring(fragment);
        return page + (page.contains("?") ? "&" : "?") + "lang=" + language.tag() + rest;
    }

    /// The request's path and query without its `lang`.
    static String address(Context request) {
        var query = request.queryString();
        if (query == null) {
            return request.path();
        }
        var kept = new StringBuilder();
        for (var part : query.split("&", -1)) {
            if (!part.isEmpty() && !part.equals("lang") && !part.startsWith("lang=")) {
                kept.append(kept.isEmpty() ? '?' : '&').append(part);
            }
        }
        return request.path() + kept;
    }
}
