package vn.gopy.official;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What officials change about their own account; each time they prove themselves by their password.
public final class OwnAccount {
    private final SqlOfficials officials = new SqlOfficials();
    private final Codes codes = new Codes();
    private final Officials.Desk desk;
    private final Proofs proofs;

    OwnAccount(Officials.Desk desk) {
        this.desk = desk;
        proofs = new Proofs(desk);
    }

    /// What became of a wish for recovery codes.
    public sealed interface Recovery {
        record Made(List<String> codes) implements Recovery {}

        record Not(Fault fault) implements Recovery {}
    }

    /// A password and the one that shall take its place, typed twice.
    public record Change(String present, String fresh, String again) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Changes the password and ends all sessions, this one too; or tells what is wrong.
    public Optional<Fault> changePassword(Account account, Change change, String address) {
        var proof = proofs.of(account, change.present, address);
        var fault = proof.fault().or(() -> desk.passwords().fault(change.fresh, account.name()))
                .or(() -> change.fresh.equals(change.again)
                        ? Optional.empty()
                        : Optional.of(Fault.PASSWORDS_DIFFER));
        if (fault.isPresent()) {
            return fault;
        }
        var kept = desk.passwords().hashed(change.fresh);
        return proofs.once(account, proof, tx -> {
            officials.setPassword(tx, account.id(), kept);
            desk.sessions().endAll(tx, account.id());
            desk.audit().write(tx, account.id(), Deed.PASSWORD_CHANGED, "");
        });
    }

    /// Makes new recovery codes; the old ones open nothing any more.
    public Recovery renewRecovery(Account account, String password, String address) {
        var proof = proofs.of(account, password, address);
        var fresh = Stream.generate(codes::recovery).limit(SetUp.RECOVERY_CODES).toList();
        var fault = proof.fault().or(() -> proofs.once(account, proof, tx -> {
            officials.setRecovery(tx, account.id(), fresh);
            desk.audit().write(tx, account.id(), Deed.RECOVERY_MADE, "");
        }));
        return fault.<Recovery>map(Recovery.Not::new).orElseGet(() -> new Recovery.Made(fresh));
    }

    /// How many recovery codes are not used yet.
    public long recoveryLeft(Account account) {
        return desk.database().read(tx -> officials.recoveryLeft(tx, account.id()));
    }
}
