package vn.gopy.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Source;
import vn.gopy.register.Column;
import vn.gopy.register.FileFlaw;
import vn.gopy.register.Flaw;
import vn.gopy.register.Model;
import vn.gopy.register.Preview;
import vn.gopy.register.Proofreader;
import vn.gopy.register.Register;
import vn.gopy.register.Version;
import vn.gopy.web.Page;

/// Says what stands in registers.
public record RegisterWords(Page page, Gazetteer gazetteer, ZoneId zone) {
    public String column(Column column) {
        return page.say("register.column." + column.name());
    }

    /// What stands in a column, as a reader wants it.
    public String text(Column column, String kept) {
        if (kept.isEmpty()) {
            return "";
        }
        return switch (column.type()) {
            case PLAIN, LINE, PROSE, YEAR -> kept;
            case DAY -> kept.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? day(LocalDate.parse(kept)) : kept;
            case CHOICE -> column.choices().contains(kept) ? choice(column.name(), kept) : kept;
            case UNIT -> unit(kept);
        };
    }

    /// What a code of a choice is called.
    public String choice(String column, String code) {
        return page.say("register." + column + "." + code);
    }

    private String unit(String code) {
        return code.equals(Proofreader.PROVINCE)
                ? page.say("register.unit.province")
                : UnitId.parse("new:" + code).flatMap(gazetteer::unit).map(Unit::title).orElse(code);
    }

    public String place(Model model) {
        return model.unit().map(id -> unit(id.code())).orElseGet(() -> page.say("register.unit.province"));
    }

    public String day(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.of(page.tag())).format(number);
    }

    public String flaw(Flaw flaw) {
        var said = page.say("register.flaw." + flaw.kind().word(), Map.of("detail", flaw.detail()));
        return flaw.column().isEmpty()
                ? said
                : page.say("register.column." + flaw.column()) + ": " + said;
    }

    public String fileFlaw(FileFlaw flaw) {
        var detail = flaw.kind() == FileFlaw.Kind.MISSING
                ? page.say("register.column." + flaw.detail())
                : flaw.detail();
        return page.say("register.file-flaw." + flaw.kind().word(), Map.of("detail", detail));
    }

    public String fate(Preview.Fate fate) {
        return page.say("register.fate." + fate.name().toLowerCase(Locale.ROOT));
    }

    public String what(Version version) {
        return page.say("register.what." + version.what().word());
    }

    /// What a row of a file is called in a list: its first column that has a text.
    public String name(Register register, Preview.Row row) {
        return register.columns().stream().map(Column::name).map(row.cells()::of)
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /// What else stands in a row of a file.
    public String rest(Register register, Preview.Row row) {
        return register.columns().stream().map(column -> text(column, row.cells().of(column.name())))
                .filter(text -> !text.isEmpty()).skip(1).collect(Collectors.joining(" · "));
    }

    /// From where claims are, and when that was looked at; each source once.
    public String sources(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.sources().stream())
                .map(source -> page.say("register.source",
                        Map.of("title", source.title(), "day", day(source.checkedOn()))))
                .distinct().collect(Collectors.joining(" "));
    }

    /// The article of a document that a claim cites; empty when it cites none.
    public String article(Claim claim, String document) {
        return claim.sources().stream().filter(source -> source.document().equals(document))
                .map(Source::article).filter(article -> !article.isEmpty()).findFirst()
                .map(article -> page.say("register.article", Map.of("n", article))).orElse("");
    }

    /// The address of a list with what was asked for, and one thing asked otherwise; empty for not at all.
    public String address(String path, Map<String, String> asked, Map<String, String> otherwise) {
        var all = new TreeMap<>(asked);
        all.remove("lang");
        all.remove("page");
        all.putAll(otherwise);
        var address = new StringBuilder(path);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.append(address.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return page.to(address.toString());
    }

    static Optional<Integer> number(Map<String, String> asked, String name, int most) {
        return Optional.ofNullable(asked.get(name)).filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt).filter(number -> number >= 1 && number <= most);
    }
}
