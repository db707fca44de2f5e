package vn.gopy.answer;

import java.util.List;
import java.util.Optional;

/// A claim that editors write on the page, with all that it said.
///
/// @param group    the published group of questions that it answers, if it was written for one
/// @param versions the newest first; a draft is the first
/// @param shown    the number of the version that residents are told; empty when none is
/// @param revision counted at every change, so that nobody decides on what they did not see
public record ClaimSheet(long id, Optional<Group> group, List<ClaimVersion> versions, Optional<Long> shown,
        int revision) {
    /// A group of questions as a release shows it.
    ///
    /// @param month its period's code
    public record Group(String month, String words) {}

    public ClaimSheet {
        versions = List.copyOf(versions);
    }

    public Optional<ClaimVersion> draft() {
        return versions.stream().filter(version -> version.agreed().isEmpty()).findFirst();
    }

    /// What residents are told.
    public Optional<ClaimVersion> published() {
        return versions.stream().filter(version -> shown.filter(id -> id == version.id()).isPresent())
                .findFirst();
    }

    /// What residents were told before that.
    public Optional<ClaimVersion> before() {
        return versions.stream().filter(version -> version.agreed().isPresent())
                .filter(version -> shown.filter(id -> version.id() < id).isPresent()).findFirst();
    }

    /// What an editor goes on with: the draft, else what is said, else what was said last.
    public Optional<ClaimVersion> newest() {
        return draft().or(this::published).or(() -> versions.stream().findFirst());
    }

    /// Its id as a claim, which stands for ever once it was published.
    public Optional<String> fixedId() {
        return versions.stream().filter(version -> version.agreed().isPresent()).findFirst()
                .map(version -> version.one("id"));
    }
}
