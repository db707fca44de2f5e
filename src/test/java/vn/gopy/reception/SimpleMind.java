package vn.gopy.reception;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.chat.Address;
import vn.gopy.dialogue.Offices;
import vn.gopy.dialogue.Places;
import vn.gopy.dialogue.Published;
import vn.gopy.place.Candidate;
import vn.gopy.place.Succession;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Document;
import vn.gopy.policy.Finding;
import vn.gopy.policy.Library;
import vn.gopy.policy.Likeness;
import vn.gopy.reading.Intent;
import vn.gopy.reading.Reader;
import vn.gopy.reading.Reading;
import vn.gopy.reading.Sensitive;
import vn.gopy.reading.Sentiment;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.text.Language;

/// What stands behind a dialogue, knowing nothing. While it reads certain words, something happens.
final class SimpleMind implements Reader, Places, Library, Published, Offices {
    private static final Reading NOTHING = new Reading(Sentiment.UNSURE, Optional.empty(), Optional.empty(),
            Intent.UNSURE, false, false, Language.VIETNAMESE, List.of(), Sensitive.NONE);

    private final Map<String, Runnable> happenings = new HashMap<>();

    void when(String text, Runnable happening) {
        happenings.put(text, happening);
    }

    @Override
    public Optional<Published.Reader> reader(Address chat) {
        return Optional.empty();
    }

    @Override
    public boolean open() {
        return false;
    }

    @Override
    public Optional<Shown> latest(Area area, Period.Kind kind) {
        return Optional.empty();
    }

    @Override
    public boolean takeRequests() {
        return false;
    }

    @Override
    public boolean read(UnitId unit) {
        return false;
    }

    @Override
    public LocalDate due(LocalDate sent) {
        return sent;
    }

    @Override
    public LocalDate putOff(LocalDate due, LocalDate asked, LocalDate replied) {
        return due;
    }

    @Override
    public Duration keep() {
        return Duration.ofDays(180);
    }

    @Override
    public Reading read(String text) {
        happenings.getOrDefault(text, () -> {}).run();
        return NOTHING;
    }

    @Override
    public String masked(String text, Reading reading, Language language) {
        return text;
    }

    @Override
    public List<Candidate> find(String typed) {
        return List.of();
    }

    @Override
    public Set<Candidate> all() {
        return Set.of();
    }

    @Override
    public List<Candidate> mentioned(String sentence) {
        return List.of();
    }

    @Override
    public Optional<Unit> unit(UnitId id) {
        return Optional.empty();
    }

    @Override
    public List<Succession> successorsOf(UnitId old) {
        return List.of();
    }

    @Override
    public Map<UnitId, String> quartersOf(UnitId old) {
        return Map.of();
    }

    @Override
    public Finding find(String question, Language language, Optional<String> context, Instant now) {
        return new Finding.None();
    }

    @Override
    public Optional<Claim> claim(String id, Instant now) {
        return Optional.empty();
    }

    @Override
    public Optional<Document> document(String number, Instant now) {
        return Optional.empty();
    }

    @Override
    public List<Claim> card(UnitId unit, Instant now) {
        return List.of();
    }

    @Override
    public List<Document> documents() {
        return List.of();
    }

    @Override
    public List<Claim> citing(String document, Instant now) {
        return List.of();
    }

    @Override
    public Likeness likeness() {
        throw new IllegalStateException("nothing is like anything");
    }

    @Override
    public String version() {
        return "none";
    }
}
