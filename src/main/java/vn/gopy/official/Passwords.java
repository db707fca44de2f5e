package vn.gopy.official;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Which passwords are good enough, and how they are kept: argon2id, 19 MiB and two passes for each, at most
/// two at a time (contracts.md section 5, rows 23, 24 and 35). While those two work sixteen more may wait, a
/// second or so; whoever comes then is turned away, so that many tries at once take neither memory nor threads.
final class Passwords {
    private static final int LEAST = 12;
    private static final int MOST = 128;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 16;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final String KIND = "argon2id-19456-2-1";

    private final SecureRandom random = new SecureRandom();
    private final Semaphore hands = new Semaphore(AT_ONCE, true);
    private final Semaphore places = new Semaphore(AT_ONCE + WAITING);
    private final CommonPasswords common;
    private final Work work;
    private final String nobodys;

    Passwords(CommonPasswords common) {
        this(common, Passwords::argon2);
    }

    /// The same with another way of hashing.
    Passwords(CommonPasswords common, Work work) {
        this.common = common;
        this.work = work;
        nobodys = kept(new byte[SALT], new byte[HASH]);
    }

    /// What takes the time and the memory.
    @FunctionalInterface
    interface Work {
        byte[] hash(String password, byte[] salt);
    }

    /// How many wait for a hand now.
    int waiting() {
        return hands.getQueueLength();
    }

    /// Why this cannot be the password of an official of this name; empty when it can.
    Optional<Fault> fault(String password, String name) {
        var text = normal(password);
        int length = text.codePointCount(0, text.length());
        if (length < LEAST) {
            return Optional.of(Fault.PASSWORD_SHORT);
        }
        if (length > MOST) {
            return Optional.of(Fault.PASSWORD_LONG);
        }
        return common.has(text) || CommonPasswords.holds(text, name)
                ? Optional.of(Fault.PASSWORD_COMMON)
                : Optional.empty();
    }

    /// A password as it is kept. Throws [RejectedExecutionException] when too many wait already.
    String hashed(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return kept(salt, inTurn(normal(password), salt));
    }

    private static String kept(byte[] salt, byte[] hash) {
        var encoder = Base64.getEncoder().withoutPadding();
        return KIND + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    /// Whether this is the password that was kept. Without one it takes as long and says no. Throws
    /// [RejectedExecutionException] when too many wait already.
    boolean matches(String password, Optional<String> kept) {
        var parts = kept.orElse(nobodys).split("\\$", -1);
        if (parts.length != 3 || !parts[0].equals(KIND)) {
            throw new IllegalStateException("a password is kept in an unknown way");
        }
        var hash = inTurn(normal(password), Base64.getDecoder().decode(parts[1]));
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[2])) && kept.isPresent();
    }

    /// Longer than any password that could be kept, it is cut: such a one matches none.
    private static String normal(String password) {
        var head = password.length() > MOST * 4 ? password.substring(0, MOST * 4) : password;
        return Normalizer.normalize(head, Normalizer.Form.NFC);
    }

    private byte[] inTurn(String password, byte[] salt) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("too many passwords wait to be hashed");
        }
        try {
            hands.acquireUninterruptibly();
            try {
                return work.hash(password, salt);
            } finally {
                hands.release();
            }
        } finally {
            places.release();
        }
    }

    private static byte[] argon2(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withIterations(PASSES)
                .withMemoryAsKB(MEMORY_KIB).withParallelism(1).withSalt(salt).build());
        var hash = new byte[HASH];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
