package vn.gopy.official;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.gopy.config.Secret;
import vn.gopy.db.Database;
import vn.gopy.official.Token.Purpose;

/// The keys of programs: made for one purpose, for a while, and ended at once when an operator says so.
public final class Tokens {
    /// How every key begins, so that one that lies about is known for what it is.
    public static final String PREFIX = "gopy_";
    /// No key holds longer.
    public static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_A_MINUTE = 100_000;
    private static final int LONGEST_NAME = 60;

    private final Codes codes = new Codes();
    private final SqlTokens rows = new SqlTokens();
    private final Database database;
    private final AuditTrail audit;
    private final InstantSource clock;
    /// The day on which a key was last noted to be used.
    private final Map<Long, LocalDate> used = new ConcurrentHashMap<>();

    public Tokens(Database database, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a key is to be.
    public record Wish(String name, Purpose purpose, Scope scope, Duration life, int aMinute) {
        /// Whether there can be such a key.
        public boolean isSound() {
            return !name.isBlank() && name.length() <= LONGEST_NAME
                    && name.chars().noneMatch(Character::isISOControl)
                    && life.isPositive() && life.compareTo(LONGEST) <= 0 && aMinute > 0
                    && aMinute <= MOST_A_MINUTE
                    && (purpose == Purpose.FIGURES || scope.equals(Scope.province()));
        }
    }

    /// A new key, told now and never again.
    public record Made(Token token, Secret key) {}

    /// Makes a key; `who` is the operator, or [AuditTrail#NOBODY] on the command line. Throws
    /// [IllegalArgumentException] when the wish is not sound.
    public Made make(long who, Wish wish) {
        if (!wish.isSound()) {
            throw new IllegalArgumentException("there can be no such key");
        }
        var key = PREFIX + codes.session();
        var now = clock.instant();
        return database.ledger().commit(tx -> {
            long id = rows.add(tx, Codes.hash(key), wish, now);
            audit.write(tx, who, Deed.TOKEN_MADE, id + " " + wish.purpose().word() + " " + wish.scope());
            return new Made(rows.find(tx, id).orElseThrow(), new Secret(key));
        });
    }

    /// All keys, the newest first.
    public List<Token> all() {
        return database.read(rows::all);
    }

    /// Whose key this is, as long as it holds; nothing is noted.
    public Optional<Token> find(String key) {
        return key.startsWith(PREFIX)
                ? database.read(tx -> rows.find(tx, Codes.hash(key)))
                        .filter(token -> token.holds(clock.instant()))
                : Optional.empty();
    }

    /// Notes that a key was used: the day, and, the first time that day, a row of the audit trail.
    public void use(Token token) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (token.usedOn().filter(today::equals).isPresent() || today.equals(used.put(token.id(), today))) {
            return;
        }
        database.ledger().later(tx -> {
            rows.use(tx, token.id(), today);
            audit.write(tx, AuditTrail.NOBODY, Deed.KEY_USED, "token " + token.id() + " " + today);
            return true;
        });
    }

    /// Ends a key at once; false when there is none, or it was ended before.
    public boolean revoke(long who, long id) {
        return database.ledger().commit(tx -> {
            boolean ended = rows.revoke(tx, id, clock.instant());
            if (ended) {
                audit.write(tx, who, Deed.TOKEN_REVOKED, String.valueOf(id));
            }
            return ended;
        });
    }

    /// Drops keys that have opened nothing since a moment; gives back how many. With `dryRun` it only counts.
    public int forget(Instant before, boolean dryRun) {
        return dryRun
                ? database.read(tx -> rows.over(tx, before))
                : database.ledger().commit(tx -> rows.forget(tx, before));
    }
}
