package vn.gopy.fakes;

/// Something that goes wrong between the Bot API and us.
public sealed interface Fault {
    /// The answer is this one, and nothing is done. `retryAfter` is a header, empty for none.
    record Answers(int status, String type, String body, String retryAfter) implements Fault {}

    /// The request is read and never answered, until the double closes.
    record Hangs() implements Fault {}

    /// The request is read and the connection closed, with or without doing what it asked for.
    record HangsUp(boolean done) implements Fault {}

    /// It is done, and half of the answer arrives.
    record BreaksOff() implements Fault {}

    /// It is done, half of the answer arrives, and then nothing more until the double closes.
    record Stalls() implements Fault {}

    /// An error in the Bot API's own format.
    static Fault error(int code, String description) {
        return error(code, description, "{}");
    }

    static Fault error(int code, String description, String parameters) {
        return new Answers(code, "application/json", """
                {"ok":false,"error_code":%d,"description":"%s","parameters":%s}"""
                .formatted(code, description, parameters), "");
    }

    static Fault tooMany(int retryAfter) {
        return error(429, "Too Many Requests: retry after " + retryAfter,
                "{\"retry_after\":" + retryAfter + "}");
    }

    static Fault blocked() {
        return error(403, "Forbidden: bot was blocked by the user");
    }

    static Fault migrated(long to) {
        return error(400, "Bad Request: group chat was upgraded to a supergroup chat",
                "{\"migrate_to_chat_id\":" + to + "}");
    }

    /// A gateway's page.
    static Fault page(int status) {
        return new Answers(status, "text/html",
                "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>", "");
    }
}
