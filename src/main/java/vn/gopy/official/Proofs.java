package vn.gopy.official;

import java.util.Optional;
import java.util.function.Consumer;
import vn.gopy.db.Tx;

/// Has officials type their password again before something of their account changes.
final class Proofs {
    private final SqlOfficials officials = new SqlOfficials();
    private final Officials.Desk desk;

    Proofs(Officials.Desk desk) {
        this.desk = desk;
    }

    /// What became of a password that was typed again.
    ///
    /// @param kept what it was compared with
    record Proof(Optional<Fault> fault, String kept) {}

    Proof of(Account account, String password, String address) {
        var key = Names.key(account.name());
        if (!desk.attempts().take(key, address, desk.clock().instant()).isZero()) {
            return new Proof(Optional.of(Fault.TOO_MANY), "");
        }
        var kept = desk.database().read(tx -> officials.find(tx, account.id()))
                .map(SqlOfficials.Kept::password);
        if (!desk.passwords().matches(password, kept)) {
            desk.audit().note(account.id(), Deed.PASSWORD_REFUSED, "");
            return new Proof(Optional.of(Fault.PASSWORD_WRONG), "");
        }
        desk.attempts().right(key, address);
        return new Proof(Optional.empty(), kept.orElseThrow());
    }

    /// Does something in one transaction, unless the proof failed, or the password was changed or the account
    /// closed meanwhile.
    Optional<Fault> once(Account account, Proof proof, Consumer<Tx> deed) {
        if (proof.fault.isPresent()) {
            return proof.fault;
        }
        return desk.database().ledger().commit(tx -> {
            if (!officials.stillHas(tx, account.id(), proof.kept)) {
                return Optional.of(Fault.PASSWORD_WRONG);
            }
            deed.accept(tx);
            return Optional.<Fault>empty();
        });
    }
}
