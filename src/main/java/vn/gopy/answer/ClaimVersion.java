package vn.gopy.answer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.policy.Manuscript;

/// What a claim says, or is to say.
///
/// @param fields what its editor gave, by the names of [Manuscript#FIELDS]
/// @param agreed who published it and when; empty for a draft
public record ClaimVersion(long id, Map<String, List<String>> fields, Deal written, Optional<Deal> agreed) {
    /// Who had a hand in it, and when.
    ///
    /// @param who the account's id
    public record Deal(long who, Instant at) {}

    public ClaimVersion {
        fields = Map.copyOf(fields);
    }

    public Manuscript manuscript() {
        return new Manuscript(fields);
    }

    /// The first value of a field; empty text for none.
    public String one(String field) {
        return manuscript().one(field);
    }
}
