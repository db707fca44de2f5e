package vn.gopy.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Row;
import vn.gopy.vault.Person;
import vn.gopy.vault.PersonKey;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;
import vn.gopy.vault.VaultException;

/// Seals what is said about requests under the sender's key, and opens it.
final class SealedWords {
    private static final String PURPOSE = "request";
    private static final Logger LOG = LoggerFactory.getLogger(SealedWords.class);

    private final Vault vault;

    SealedWords(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Person person, String text) {
        return seal(person.key(), person.pid(), text);
    }

    private byte[] seal(PersonKey key, Pseudonym pid, String text) {
        return vault.seal(key, pid, PURPOSE, text.getBytes(StandardCharsets.UTF_8));
    }

    String open(Person person, byte[] sealed) {
        return open(person.key(), person.pid(), sealed);
    }

    private String open(PersonKey key, Pseudonym pid, byte[] sealed) {
        return new String(vault.open(key, pid, PURPOSE, sealed), StandardCharsets.UTF_8);
    }

    /// Of a row that begins with a pseudonym, its wrapped key and sealed words; empty when they cannot be read.
    Optional<String> open(Row row) {
        try {
            var pid = Pseudonym.of(row.bytes(1));
            return Optional.of(open(vault.unwrapped(row.bytes(2), pid), pid, row.bytes(3)));
        } catch (VaultException fault) {
            LOG.error("could not read a request: left out ({})", fault.getMessage());
            return Optional.empty();
        }
    }

    /// A number for a new request that tells neither order nor sender.
    long number(Person person, long moment, String receipt) {
        var mark = vault.mark(PURPOSE, person.pid().hex() + '|' + moment + '|' + receipt);
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | (mark[i] & 0xff);
        }
        return 1 + Math.floorMod(number, 999_999_999_999_999_999L);
    }

    /// A keyed mark of a receipt.
    byte[] mark(String receipt) {
        return vault.mark("receipt", receipt);
    }
}
