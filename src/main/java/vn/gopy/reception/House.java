package vn.gopy.reception;

import java.time.InstantSource;
import vn.gopy.db.Database;
import vn.gopy.metrics.Metrics;
import vn.gopy.outbox.Outbox;
import vn.gopy.vault.Vault;

/// What the reception needs of the house.
///
/// @param flood          how much of one person is kept
/// @param consentVersion the version of the consent text that is in force
public record House(Database database, Vault vault, Outbox outbox, Keeping keeping, Flood flood,
        String consentVersion,
        InstantSource clock, Metrics metrics) {}
