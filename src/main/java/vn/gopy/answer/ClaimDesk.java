package vn.gopy.answer;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Scope;
import vn.gopy.policy.Bookcase;
import vn.gopy.policy.Document;
import vn.gopy.policy.Flaw;
import vn.gopy.policy.Manuscript;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.Proofreader;
import vn.gopy.policy.Snapshot;

/// Where editors write what the bot may say: one writes, another publishes. They see published groups of
/// questions alone and never who asked. All they do stands in the audit trail, without the words.
public final class ClaimDesk {
    private final Parts parts;
    private final SqlClaims claims = new SqlClaims();

    /// What it works with.
    public record Parts(Database database, ClaimBook book, Bookcase bookcase, Proofreader proofreader,
            AuditTrail audit, InstantSource clock) {}

    public ClaimDesk(Parts parts) {
        this.parts = parts;
    }

    public ClaimBook book() {
        return parts.book();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), parts.proofreader().zone());
    }

    private Instant now() {
        return parts.clock().instant();
    }

    /// The subjects a claim may stand in.
    public List<String> subjects() {
        return PolicyFiles.subjects(parts.bookcase().base().get());
    }

    /// The documents a claim may cite, by number.
    public List<Document> documents() {
        return PolicyFiles.documents(parts.bookcase().base().get());
    }

    /// What must be mended before this can be published as the text of a sheet.
    public List<Flaw> flaws(Optional<ClaimSheet> sheet, Manuscript claim) {
        var fixed = sheet.flatMap(ClaimSheet::fixedId);
        return fixed.isPresent() && !claim.one("id").equals(fixed.get())
                ? List.of(new Flaw(Flaw.Kind.FIXED, "id", 0, fixed.get()))
                : parts.proofreader().flaws(claim, around(sheet), today());
    }

    /// What residents would be answered if this were published.
    public Optional<Proofreader.Reply> answer(Optional<ClaimSheet> sheet, Manuscript claim, String question) {
        return parts.proofreader().answer(claim, around(sheet), now(), question);
    }

    private Snapshot around(Optional<ClaimSheet> sheet) {
        return parts.bookcase().base().get()
                .joined(parts.book().without(sheet.map(ClaimSheet::id).orElse(0L)));
    }

    /// Opens a sheet with a draft on it; gives back its number.
    public long begin(Account editor, Optional<ClaimSheet.Group> group, Manuscript claim) {
        return parts.database().ledger().commit(tx -> {
            long id = claims.begin(tx, group);
            claims.draft(tx, id, tidied(claim).values(), deal(editor));
            parts.audit().write(tx, editor.id(), Deed.CLAIM_DRAFTED, Long.toString(id));
            return id;
        });
    }

    /// Which sheet an editor decides on, as they saw it.
    public record Seen(Account editor, long id, int revision) {}

    /// Keeps a draft in place of an earlier one.
    public Optional<ClaimFault> draft(Seen seen, Manuscript claim) {
        return done(seen, Deed.CLAIM_DRAFTED, (tx, sheet) -> {
            claims.draft(tx, sheet.id(), tidied(claim).values(), deal(seen.editor()));
            return Optional.empty();
        });
    }

    /// Throws a draft away.
    public Optional<ClaimFault> drop(Seen seen) {
        return done(seen, Deed.CLAIM_DROPPED, (tx, sheet) -> {
            claims.drop(tx, sheet.id());
            return Optional.empty();
        });
    }

    /// Publishes a draft that another editor wrote and that has no flaw. One at a time: two together could take the same
    /// id.
    public synchronized Optional<ClaimFault> publish(Seen seen) {
        var draft = parts.book().find(seen.id()).flatMap(ClaimSheet::draft);
        if (draft.isEmpty()) {
            return Optional.of(ClaimFault.CHANGED);
        }
        if (draft.get().written().who() == seen.editor().id()) {
            return Optional.of(ClaimFault.OWN);
        }
        if (!isOfAll(seen.editor())) {
            return Optional.of(ClaimFault.NOT_OF_ALL);
        }
        if (!flaws(parts.book().find(seen.id()), draft.get().manuscript()).isEmpty()) {
            return Optional.of(ClaimFault.FLAWS);
        }
        return shelved(done(seen, Deed.CLAIM_PUBLISHED, (tx, sheet) -> {
            if (sheet.draft().filter(draft.get()::equals).isEmpty()) {
                return Optional.of(ClaimFault.CHANGED);
            }
            claims.publish(tx, sheet.id(), draft.get().id(), deal(seen.editor()));
            return Optional.empty();
        }));
    }

    /// Takes the last publication back: residents are told what they were told before, or nothing of it.
    public synchronized Optional<ClaimFault> undo(Seen seen) {
        if (!isOfAll(seen.editor())) {
            return Optional.of(ClaimFault.NOT_OF_ALL);
        }
        return shelved(done(seen, Deed.CLAIM_UNDONE, (tx, sheet) -> {
            if (sheet.published().isEmpty()) {
                return Optional.of(ClaimFault.CHANGED);
            }
            claims.show(tx, sheet.id(), sheet.before().map(ClaimVersion::id));
            return Optional.empty();
        }));
    }

    private static boolean isOfAll(Account editor) {
        return editor.scope().equals(Scope.province());
    }

    private Optional<ClaimFault> shelved(Optional<ClaimFault> fault) {
        if (fault.isEmpty()) {
            parts.book().shelve();
        }
        return fault;
    }

    private ClaimVersion.Deal deal(Account editor) {
        return new ClaimVersion.Deal(editor.id(), now());
    }

    private Optional<ClaimFault> done(Seen seen, Deed deed,
            BiFunction<Tx, ClaimSheet, Optional<ClaimFault>> act) {
        return parts.database().ledger().commit(tx -> {
            var sheet = claims.find(tx, seen.id()).filter(one -> one.revision() == seen.revision());
            if (sheet.isEmpty() || !claims.touch(tx, sheet.get())) {
                return Optional.of(ClaimFault.CHANGED);
            }
            var fault = act.apply(tx, sheet.get());
            if (fault.isEmpty()) {
                parts.audit().write(tx, seen.editor().id(), deed, Long.toString(seen.id()));
            }
            return fault;
        });
    }

    /// Composed letters on one line, no control characters, no empty values.
    public static Manuscript tidied(Manuscript claim) {
        var tidy = new HashMap<String, List<String>>();
        var known = new HashSet<>(Manuscript.FIELDS.stream().map(Manuscript.Field::name).toList());
        claim.values().forEach((field, values) -> {
            if (known.contains(field)) {
                tidy.put(field, values.stream().map(ClaimDesk::tidy).filter(text -> !text.isEmpty())
                        .collect(Collectors.toUnmodifiableList()));
            }
        });
        return new Manuscript(tidy);
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\p{Cc}\\p{Co}]", " ")
                .replaceAll("\\s+", " ").strip();
    }
}
