package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import vn.gopy.channel.telegram.Verdict.NotAnUpdate;

/// Reads Telegram's updates, tolerantly: whatever comes, it gives a verdict and throws nothing for content.
final class UpdateReader {
    private final UpdateJudge judge;

    UpdateReader(BotName bot) {
        judge = new UpdateJudge(bot);
    }

    /// Reads a whole request body: one JSON object in UTF-8 and nothing behind it. What goes beyond the limits
    /// behind its update id is unclear, not broken: refused, Telegram would bring it again for a day.
    Verdict read(byte[] body) {
        if (!beginsAnObject(body)) {
            return new NotAnUpdate();
        }
        var form = new UpdateForm();
        try (JsonParser json = Json.FACTORY.createParser(body)) {
            json.nextToken();
            new UpdateParser(json, form).update();
            return json.nextToken() == null ? judge.judge(form) : new NotAnUpdate();
        } catch (StreamConstraintsException _) {
            return beyondLimits(form);
        } catch (IOException _) {
            // Broken JSON, or bytes that are no UTF-8.
            return new NotAnUpdate();
        }
    }

    /// What is to be done with an update that could not be read to its end.
    Verdict beyondLimits(UpdateForm form) {
        form.fault = "broken or beyond the limits";
        return judge.judge(form);
    }

    /// Jackson would also guess UTF-16 and UTF-32; the format's standard knows UTF-8 only.
    private static boolean beginsAnObject(byte[] body) {
        int at = 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r'
                || body[at] == '\t')) {
            at++;
        }
        return at + 1 < body.length && body[at] == '{' && body[at + 1] != 0;
    }

    /// Reads one of several updates, the parser standing on its opening brace. `form` keeps what was found
    /// also when the JSON breaks off.
    Verdict read(JsonParser json, UpdateForm form) throws IOException {
        new UpdateParser(json, form).update();
        return judge.judge(form);
    }
}
