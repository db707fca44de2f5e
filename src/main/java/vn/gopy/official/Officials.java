package vn.gopy.official;

import java.time.InstantSource;
import vn.gopy.db.Database;
import vn.gopy.identity.Provider;
import vn.gopy.place.Gazetteer;
import vn.gopy.vault.Safe;

/// The office of officials: signing in, what is one's own, what operators do, and the trail of it all.
public record Officials(SignIn signIn, Sessions sessions, SetUp setUp, OwnAccount own, People people,
        AuditTrail audit, Identities identities, Chats chats, Tokens tokens) {
    /// What it works with.
    public record Parts(Database database, Safe safe, Gazetteer gazetteer, OfficialSettings settings,
            InstantSource clock, Provider provider) {}

    public static Officials open(Parts parts) {
        return open(parts, new Passwords(new CommonPasswords(parts.gazetteer())));
    }

    /// The same with passwords that are hashed in another way.
    static Officials open(Parts parts, Passwords passwords) {
        var audit = new AuditTrail(parts.database(), parts.safe(), parts.clock());
        var desk = new Desk(parts, passwords,
                new Attempts(), new Sessions(parts, audit), audit);
        return new Officials(new SignIn(desk), desk.sessions(), new SetUp(desk), new OwnAccount(desk),
                new People(desk), audit, new Identities(desk), new Chats(desk),
                new Tokens(parts.database(), audit, parts.clock()));
    }

    /// What the rooms of the office share.
    record Desk(Parts parts, Passwords passwords, Attempts attempts, Sessions sessions, AuditTrail audit) {
        Database database() {
            return parts.database();
        }

        InstantSource clock() {
            return parts.clock();
        }

        /// Whose a sealed second factor is.
        static String owner(long official) {
            return "official:" + official;
        }
    }
}
