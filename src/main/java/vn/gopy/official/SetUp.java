package vn.gopy.official;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.db.Tx;
import vn.gopy.official.SqlCodes.Given;

/// Setting up an account with a one-time code: name, password, second factor; or a new password alone.
public final class SetUp {
    static final int RECOVERY_CODES = 10;

    private final SqlOfficials officials = new SqlOfficials();
    private final SqlCodes given = new SqlCodes();
    private final SqlIdentities identities = new SqlIdentities();
    private final Codes codes = new Codes();
    private final Officials.Desk desk;

    SetUp(Officials.Desk desk) {
        this.desk = desk;
    }

    /// What a code opens.
    ///
    /// @param name   of the account, empty for a new one
    /// @param secret the second factor's in letters, and as an app reads it from a picture; both empty when it
    ///               stays as it is
    public record Opened(Welcome welcome, String name, String secret, String uri) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// What became of a code that somebody typed.
    public sealed interface Look {
        record Open(Opened opened) implements Look {}

        record Shut(Fault fault) implements Look {}
    }

    /// What somebody typed.
    public record Typed(String code, String name, String password, String again, String factor) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// What became of it.
    public sealed interface Outcome {
        /// Signed in, with recovery codes to keep.
        record Joined(String session, List<String> recovery) implements Outcome {}

        /// The password is new: sign in with it.
        record Renewed() implements Outcome {}

        record Faulty(Set<Fault> faults) implements Outcome {}
    }

    /// Looks at a code; it is shut when there is none such, it is over, or its owner is disabled.
    ///
    /// @param house what the authenticator app will call this service
    public Look open(String code, String address, String house) {
        var now = desk.clock().instant();
        if (!desk.attempts().take(Attempts.codesFrom(address), address, now).isZero()) {
            return new Look.Shut(Fault.TOO_MANY);
        }
        var opened = desk.database().ledger().commit(tx -> opened(tx, code, now, house));
        opened.ifPresent(_ -> desk.attempts().right(Attempts.codesFrom(address), address));
        return opened.<Look>map(Look.Open::new).orElseGet(() -> new Look.Shut(Fault.CODE_WRONG));
    }

    private Optional<Opened> opened(Tx tx, String code, Instant now, String house) {
        var found = given.find(tx, Codes.hash(Codes.typed(code)), now).filter(one -> stands(tx, one));
        return found.map(one -> {
            var welcome = one.welcome();
            var name = name(tx, welcome);
            if (!welcome.kind().withFactor()) {
                return new Opened(welcome, name, "", "");
            }
            var secret = secret(tx, one);
            return new Opened(welcome, name, Base32.of(secret).replaceAll("(.{4})(?!$)", "$1 "),
                    Totp.uri(secret, house, name));
        });
    }

    private boolean stands(Tx tx, Given one) {
        return one.welcome().kind() == Welcome.Kind.JOIN
                || officials.find(tx, one.welcome().official()).filter(kept -> kept.account().enabled())
                        .isPresent();
    }

    private String name(Tx tx, Welcome welcome) {
        return officials.find(tx, welcome.official()).map(kept -> kept.account().name()).orElse("");
    }

    /// The second factor's secret of a code: made once, so that a page that is shown again shows the same.
    private byte[] secret(Tx tx, Given one) {
        var owner = "code:" + one.id();
        if (one.totp().isPresent()) {
            return desk.parts().safe().open(owner, one.totp().get());
        }
        var fresh = codes.secret();
        given.setSecret(tx, one.id(), desk.parts().safe().seal(owner, fresh));
        return fresh;
    }

    /// Uses a code up, unless something is wrong with what was typed; then it holds on.
    public Outcome accept(Typed typed, String address) {
        var now = desk.clock().instant();
        if (!desk.attempts().take(Attempts.codesFrom(address), address, now).isZero()) {
            return new Outcome.Faulty(EnumSet.of(Fault.TOO_MANY));
        }
        var hash = Codes.hash(Codes.typed(typed.code));
        var found = desk.database().read(tx -> given.find(tx, hash, now));
        if (found.isEmpty()) {
            return new Outcome.Faulty(EnumSet.of(Fault.CODE_WRONG));
        }
        // whoever has a code may mistype the rest as often as they like
        desk.attempts().right(Attempts.codesFrom(address), address);
        var welcome = found.get().welcome();
        var known = desk.database().read(tx -> name(tx, welcome));
        var name = welcome.kind() == Welcome.Kind.JOIN ? Names.shown(typed.name) : known;
        var faults = faults(typed, name);
        if (faults.isEmpty()) {
            var password = desk.passwords().hashed(typed.password);
            return desk.database().ledger()
                    .commit(tx -> accepted(tx, hash, new Ready(name, password, typed.factor, now)));
        }
        return new Outcome.Faulty(faults);
    }

    private Set<Fault> faults(Typed typed, String name) {
        var faults = EnumSet.noneOf(Fault.class);
        if (!Names.good(name)) {
            faults.add(Fault.NAME_FORM);
        }
        desk.passwords().fault(typed.password, name).ifPresent(faults::add);
        if (!typed.password.equals(typed.again)) {
            faults.add(Fault.PASSWORDS_DIFFER);
        }
        return faults;
    }

    private record Ready(String name, String password, String factor, Instant now) {}

    private Outcome accepted(Tx tx, byte[] hash, Ready ready) {
        var found = given.find(tx, hash, ready.now).filter(one -> stands(tx, one));
        if (found.isEmpty()) {
            return new Outcome.Faulty(EnumSet.of(Fault.CODE_WRONG));
        }
        return switch (found.get().welcome().kind()) {
            case PASSWORD -> renewed(tx, found.get(), ready);
            case JOIN, ANEW -> joined(tx, found.get(), ready);
        };
    }

    private Outcome renewed(Tx tx, Given one, Ready ready) {
        long id = one.welcome().official();
        given.forgetOf(tx, id);
        officials.setPassword(tx, id, ready.password);
        desk.sessions().endAll(tx, id);
        desk.audit().write(tx, id, Deed.PASSWORD_CHANGED, "by code");
        return new Outcome.Renewed();
    }

    private Outcome joined(Tx tx, Given one, Ready ready) {
        var welcome = one.welcome();
        boolean fresh = welcome.kind() == Welcome.Kind.JOIN;
        if (fresh && officials.byName(tx, Names.key(ready.name)).isPresent()) {
            return new Outcome.Faulty(EnumSet.of(Fault.NAME_TAKEN));
        }
        var secret = secret(tx, one);
        var step = Totp.step(secret, ready.factor.replaceAll("\\s", ""), ready.now, 0);
        if (step.isEmpty()) {
            return new Outcome.Faulty(EnumSet.of(Fault.FACTOR_WRONG));
        }
        given.use(tx, one.id());
        long id = fresh ? officials.next(tx) : welcome.official();
        if (fresh) {
            officials.add(tx, new Account(id, ready.name, welcome.role(), welcome.scope(), true,
                    Optional.empty()), ready.password, ready.now);
        } else {
            given.forgetOf(tx, id);
            officials.setPassword(tx, id, ready.password);
            identities.unlink(tx, id);
            new Chats(desk).ended(tx, id, id);
            desk.sessions().endAll(tx, id);
        }
        officials.setFactor(tx, id, desk.parts().safe().seal(Officials.Desk.owner(id), secret),
                step.getAsLong());
        var recovery = Stream.generate(codes::recovery).limit(RECOVERY_CODES).toList();
        officials.setRecovery(tx, id, recovery);
        officials.signedIn(tx, id, ready.now);
        desk.audit().write(tx, id, fresh ? Deed.JOINED : Deed.SET_UP_ANEW, "");
        return new Outcome.Joined(desk.sessions().open(tx, id, true), recovery);
    }
}
