package vn.gopy.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.gopy.config.Settings;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.AuditTrail.Verdict;
import vn.gopy.official.Deed;
import vn.gopy.official.Officials;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.official.Token.Purpose;
import vn.gopy.official.Tokens;
import vn.gopy.place.UnitId;

/// The orders that concern officials, and what orders leave in the audit trail.
final class Registry {
    private static final int DAMAGED = 3;
    private static final int SHORT = 12;

    private final Officials officials;

    Registry(Officials officials) {
        this.officials = officials;
    }

    /// Answers `official-invite ROLE SCOPE`.
    String invite(List<String> words) {
        var role = words.size() == 3 ? Role.of(words.get(1)) : Optional.<Role>empty();
        if (role.isEmpty()) {
            throw new Refusal(2, "say which role: viewer, answerer, approver, editor, operator or auditor");
        }
        var scope = words.get(2).equals("province")
                ? Optional.of(Scope.province())
                : UnitId.parse(words.get(2)).<Scope>map(Scope.Commune::new);
        if (scope.filter(where -> officials.people().fits(role.get(), where)).isEmpty()) {
            throw new Refusal(2, "this role does not hold there: give the five digits of a new unit, "
                    + "and none for operators and auditors");
        }
        var handed = officials.people().invite(AuditTrail.NOBODY, role.get(), scope.get());
        return "one-time code: " + handed.code() + "\nopen the page /join and type it there, once, until "
                + handed.until();
    }

    /// Answers `token-make PURPOSE SCOPE DAYS RATE NAME…`, `token-list` and `token-revoke ID`.
    String token(List<String> words) {
        return switch (words.getFirst()) {
            case "token-make" -> make(words);
            case "token-revoke" -> revoke(words);
            default -> officials.tokens().all().stream().map(token -> token.id() + "  " + token.name() + "  "
                    + token.purpose().word() + "  " + token.scope() + "  ends " + token.endsAt() + "  used "
                    + token.usedOn().map(Object::toString).orElse("never")
                    + token.revokedAt().map(at -> "  revoked " + at).orElse(""))
                    .collect(Collectors.joining("\n"));
        };
    }

    private String make(List<String> words) {
        var wish = words.size() < 6 ? Optional.<Tokens.Wish>empty() : wish(words);
        if (wish.filter(Tokens.Wish::isSound).isEmpty()) {
            throw new Refusal(2,
                    "there can be no such key: the purpose is figures, endpoints or bridges (the last two for "
                            + "the whole province alone), days are 1 to 366, the rate 1 to 100000, the name 1 to 60 "
                            + "characters");
        }
        var made = officials.tokens().make(AuditTrail.NOBODY, wish.get());
        return "key " + made.token().id() + ", told now and never again: " + made.key().value()
                + "\nit holds until " + made.token().endsAt();
    }

    private static Optional<Tokens.Wish> wish(List<String> words) {
        var name = String.join(" ", words.subList(5, words.size()));
        return Purpose.of(words.get(1)).flatMap(purpose -> Scope.parse(words.get(2)).map(
                scope -> new Tokens.Wish(name, purpose, scope, Duration.ofDays(number(words.get(3))),
                        number(words.get(4)))));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private String revoke(List<String> words) {
        if (words.size() != 2 || !officials.tokens().revoke(AuditTrail.NOBODY, number(words.get(1)))) {
            throw new Refusal(2, "there is no such key, or it was ended before: token list shows all");
        }
        return "ended: key " + words.get(1);
    }

    /// Answers `audit-verify`.
    String verify() {
        return switch (officials.audit().verify()) {
            case Verdict.Fits(var rows, var end) ->
                "the audit trail fits: " + rows + " rows, last link " + end;
            case Verdict.Broken(var row, var why) ->
                throw new Refusal(DAMAGED, "the audit trail does not fit at row " + row + ": " + why);
        };
    }

    /// Notes an order that was carried out.
    void done(Deed deed, String what) {
        officials.audit().note(AuditTrail.NOBODY, deed, what);
    }

    /// Notes that the program starts with other settings than before, by a hash of them.
    void started(Settings settings) {
        officials.audit().noteChange(Deed.SETTINGS_CHANGED,
                hash(new TreeMap<>(settings.values()).toString()));
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHORT);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("this Java has no SHA-256", fault);
        }
    }
}
