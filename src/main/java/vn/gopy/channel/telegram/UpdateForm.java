package vn.gopy.channel.telegram;

import java.util.ArrayList;
import java.util.List;

/// The few fields of an update that matter, as they were found. Filled by [UpdateParser], judged by
/// [UpdateReader]; names, user names and everything else about a person never get into it.
final class UpdateForm {
    /// What a number is as long as it was not found.
    static final long NONE = Long.MIN_VALUE;

    long updateId = NONE;
    boolean badUpdateId;
    /// The name of the payload, empty when there is none.
    String kind = "";
    /// What was wrong first, without any value of it; empty when nothing was.
    String fault = "";

    long chatId = NONE;
    String chatType = "";
    long fromId = NONE;
    boolean fromBot;
    boolean onBehalf;
    String language = "";

    long messageId = NONE;
    long date = NONE;
    long editDate = NONE;
    String text = "";
    /// The name of the field that holds something nobody reads: `photo`, `voice`, …
    String media = "";
    /// The name of the field that says what happened to the chat itself: `pinned_message`, …
    String event = "";

    String pressId = "";
    String payload = "";
    String status = "";

    String pollId = "";
    /// How many chose each option; that of one option is read into `votes` first.
    final List<Integer> voters = new ArrayList<>();
    long votes = NONE;

    void wrong(String what) {
        if (fault.isEmpty()) {
            fault = what;
        }
    }
}
