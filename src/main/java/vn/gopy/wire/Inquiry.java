package vn.gopy.wire;

import java.util.Map;
import java.util.Optional;

/// A question to another system, whose answer is read.
///
/// @param form the body of a form that is posted; empty to get
public record Inquiry(String url, Map<String, String> headers, Optional<String> form) {
    public Inquiry {
        headers = Map.copyOf(headers);
    }

    /// Without its headers and form, which may hold secrets.
    @Override
    public String toString() {
        return form.isPresent() ? "a posted form" : "a document asked for";
    }

    /// What came of it.
    public sealed interface Reply {
        /// It answered; `type` is the content type, empty when it names none.
        record Said(int status, String type, String body) implements Reply {
            /// Without the body: it may hold secrets.
            @Override
            public String toString() {
                return "status " + status;
            }
        }

        /// No answer that could be read. The reason quotes neither the URL nor the answer.
        record Nothing(String why) implements Reply {}
    }
}
