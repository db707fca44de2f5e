package vn.gopy.dashboard;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import vn.gopy.official.Token;
import vn.gopy.web.Page;

/// Says what keys of programs are for, and whether they hold.
public final class TokenWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

    private final Page page;
    private final OfficialWords words;
    private final Instant now;

    TokenWords(Page page, OfficialWords words, Instant now) {
        this.page = page;
        this.words = words;
        this.now = now;
    }

    public String purpose(Token.Purpose purpose) {
        return page.say("token.purpose." + purpose.word());
    }

    /// What it opens, where, and how often.
    public String about(Token token) {
        return page.say("token.about-one", Map.of("purpose", purpose(token.purpose()), "place",
                words.scope(token.scope()), "rate", token.aMinute()));
    }

    public String used(Token token) {
        return token.usedOn().map(DAY::format).orElseGet(() -> page.say("official.never"));
    }

    public String ends(Token token) {
        return words.moment(token.endsAt());
    }

    public boolean holds(Token token) {
        return token.holds(now);
    }

    public String state(Token token) {
        return page.say(token.revokedAt().isPresent()
                ? "token.revoked"
                : holds(token) ? "token.good" : "token.over");
    }
}
