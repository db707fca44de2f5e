package vn.gopy.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Document;
import vn.gopy.policy.Library;
import vn.gopy.text.Language;

/// Looks up what an announcement cites: ids of claims and numbers of documents, as they hold when it goes out.
public record Citations(Library library, Answers answers) {
    /// Words that no announcement uses but to say what rules, rights or duties are.
    private static final Pattern OF_POLICY = Pattern.compile(
            "(?<!\\p{L})(nghị quyết|nghị định|thông tư|luật|quy định|chính sách|trợ cấp|phụ cấp|lệ phí"
                    + "|mức phạt|mức đóng|mức hỗ trợ|quyền lợi)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Whether an announcement needs a source: its author says so, or its words do.
    boolean needed(Announcement.Content content) {
        return content.policy() || OF_POLICY.matcher(content.vietnamese()).find();
    }

    /// The first that is not known, or is not in force when the announcement goes out.
    Optional<String> unknown(Announcement.Content content) {
        return content.sources().stream()
                .filter(one -> claim(one, content.goesAt()).isEmpty()
                        && library.document(one, content.goesAt()).isEmpty())
                .findFirst();
    }

    /// The sources in words, each once.
    public List<String> said(Announcement.Content content, Language language) {
        return content.sources().stream()
                .flatMap(one -> claim(one, content.goesAt())
                        .map(claim -> claim.sources().stream()
                                .map(source -> answers.brief(source, language)))
                        .orElseGet(() -> Stream.of(library.document(one, content.goesAt())
                                .map(Document::number).orElse(one))))
                .distinct().toList();
    }

    /// Not what replaced it: what is cited must be what was meant.
    private Optional<Claim> claim(String id, Instant at) {
        return library.claim(id, at).filter(claim -> claim.id().equals(id))
                .filter(claim -> claim.certainty() != Claim.Certainty.NONE);
    }
}
