package vn.gopy.channel.telegram;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.channel.telegram.Verdict.NotAnUpdate;
import vn.gopy.channel.telegram.Verdict.Passed;
import vn.gopy.channel.telegram.Verdict.Unclear;
import vn.gopy.channel.telegram.Verdict.Understood;
import vn.gopy.chat.Address;
import vn.gopy.chat.Inbox.DeadLetter;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Incoming.Content;
import vn.gopy.chat.Incoming.Edited;
import vn.gopy.chat.Incoming.InGroup;
import vn.gopy.chat.Incoming.Pressed;
import vn.gopy.chat.Incoming.Reachable;
import vn.gopy.chat.Incoming.Tallied;
import vn.gopy.chat.Incoming.Typed;
import vn.gopy.chat.Incoming.Unreadable;
import vn.gopy.chat.Totals;
import vn.gopy.text.Tidying;

/// Says what an update is: from a resident, of no concern, or not to be read.
final class UpdateJudge {
    static final String CHANNEL = "telegram";
    private static final Set<String> GROUPS = Set.of("group", "supergroup");
    private static final Set<String> CHANNEL_POSTS = Set.of("channel_post", "edited_channel_post");
    private static final long LATEST = 1L << 34;
    private static final int LONGEST_TEXT = 4096;
    private static final Pattern POLL = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST_OPTIONS = 64;
    private static final int MOST_VOTES = 100_000_000;

    private final BotName bot;

    UpdateJudge(BotName bot) {
        this.bot = bot;
    }

    /// Judges a form that was filled to the end.
    Verdict judge(UpdateForm form) {
        if (form.badUpdateId || form.updateId == UpdateForm.NONE) {
            return new NotAnUpdate();
        }
        if (!form.fault.isEmpty()) {
            return unclear(form, form.fault);
        }
        if (CHANNEL_POSTS.contains(form.kind)) {
            return new Passed("channel");
        }
        return switch (form.kind) {
            case "message" -> message(form);
            case "edited_message" -> edited(form);
            case "callback_query" -> pressed(form);
            case "my_chat_member" -> membership(form);
            case "poll" -> polled(form);
            case "" -> unclear(form, "no payload");
            default -> unclear(form, "unknown kind");
        };
    }

    private Verdict message(UpdateForm form) {
        if (form.chatId == UpdateForm.NONE || form.messageId == UpdateForm.NONE) {
            return unclear(form, "no chat or message id");
        }
        if (form.onBehalf || form.fromBot) {
            return new Passed("not_a_person");
        }
        if (GROUPS.contains(form.chatType)) {
            return inGroup(form);
        }
        if (!form.chatType.equals("private")) {
            return elsewhere(form);
        }
        if (!form.text.isEmpty()) {
            return typed(form);
        }
        if (!form.media.isEmpty()) {
            return understood(form, messageKey(form), new Unreadable(form.media));
        }
        return form.event.isEmpty() ? unclear(form, "no known content") : new Passed("chat_event");
    }

    private Verdict typed(UpdateForm form) {
        if (!Tidying.isWellFormed(form.text)) {
            return unclear(form, "text holds half a character");
        }
        var text = words(form);
        return understood(form, messageKey(form),
                text.isEmpty() ? new Unreadable("blank") : new Typed(text));
    }

    /// The words of a message, tidied; of more than Telegram allows, the beginning.
    private static String words(UpdateForm form) {
        var text = Tidying.tidy(form.text);
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean cutsPair = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, cutsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    /// Edits of places, pictures and captions are passed over: a shared live place edits itself every few
    /// seconds.
    private Verdict edited(UpdateForm form) {
        if (form.chatId == UpdateForm.NONE || form.messageId == UpdateForm.NONE) {
            return unclear(form, "no chat or message id");
        }
        if (form.onBehalf || form.fromBot) {
            return new Passed("not_a_person");
        }
        if (GROUPS.contains(form.chatType)) {
            return new Passed("group_talk");
        }
        if (!form.chatType.equals("private")) {
            return elsewhere(form);
        }
        if (!Tidying.isWellFormed(form.text)) {
            return unclear(form, "text holds half a character");
        }
        var text = words(form);
        return text.isEmpty()
                ? new Passed("edited_media")
                : understood(form, messageKey(form), new Edited(text));
    }

    /// A press without its message (too old for Telegram to show) comes from the private chat of whoever
    /// pressed.
    private Verdict pressed(UpdateForm form) {
        if (form.pressId.isEmpty() || form.payload.isEmpty() || form.fromId == UpdateForm.NONE) {
            return unclear(form, "no id, data or sender");
        }
        if (!Tidying.isWellFormed(form.payload) || !Tidying.isWellFormed(form.pressId)) {
            return unclear(form, "data holds half a character");
        }
        if (form.chatId == UpdateForm.NONE) {
            form.chatId = form.fromId;
        } else if (!form.chatType.equals("private")) {
            return GROUPS.contains(form.chatType) ? new Passed("group_talk") : elsewhere(form);
        }
        var messageId = form.messageId == UpdateForm.NONE ? "" : Long.toString(form.messageId);
        return understood(form, "q:" + form.pressId,
                new Pressed(form.payload, form.pressId, messageId));
    }

    private Verdict membership(UpdateForm form) {
        if (form.chatId == UpdateForm.NONE || form.status.isEmpty()) {
            return unclear(form, "no chat or status");
        }
        if (!form.chatType.equals("private")) {
            return GROUPS.contains(form.chatType) ? new Passed("group_membership") : elsewhere(form);
        }
        return switch (form.status) {
            case "member", "restricted", "kicked", "left" -> understood(form,
                    "c:" + form.chatId + ':' + (form.date == UpdateForm.NONE ? 0 : form.date) + ':'
                            + form.status,
                    new Reachable(form.status.equals("member")));
            default -> unclear(form, "unknown status");
        };
    }

    /// How one of our polls stands. It comes from nobody, so the poll itself is its address.
    private Verdict polled(UpdateForm form) {
        if (!POLL.matcher(form.pollId).matches() || form.voters.isEmpty()
                || form.voters.size() > MOST_OPTIONS
                || form.voters.stream().anyMatch(votes -> votes < 0 || votes > MOST_VOTES)) {
            return unclear(form, "no poll id or counts");
        }
        return new Understood(incoming(form, new Address(CHANNEL, "poll:" + form.pollId),
                "p:" + form.pollId + ':' + form.updateId,
                new Tallied(new Totals(form.pollId, form.voters), form.updateId)));
    }

    private Verdict inGroup(UpdateForm form) {
        var command = form.text.startsWith("/") ? Command.read(form.text) : Command.NONE;
        boolean ours = !command.name().isEmpty()
                && (command.addressee().isEmpty() || bot.is(command.addressee()));
        if (!ours || form.fromId == UpdateForm.NONE) {
            return new Passed("group_talk");
        }
        var address = new Address(CHANNEL, form.chatId + ":" + form.fromId);
        return new Understood(incoming(form, address, messageKey(form),
                new InGroup(command.name(), new Address(CHANNEL, Long.toString(form.chatId)))));
    }

    private Verdict elsewhere(UpdateForm form) {
        return form.chatType.equals("channel") ? new Passed("channel") : unclear(form, "unknown chat type");
    }

    private Verdict understood(UpdateForm form, String messageKey, Content content) {
        var address = new Address(CHANNEL, Long.toString(form.chatId));
        return new Understood(incoming(form, address, messageKey, content));
    }

    private Incoming incoming(UpdateForm form, Address from, String messageKey, Content content) {
        boolean dated = form.date >= 0 && form.date < LATEST;
        var hint = isTag(form.language) ? Optional.of(form.language) : Optional.<String>empty();
        return new Incoming(from, updateKey(form), messageKey,
                dated ? Instant.ofEpochSecond(form.date) : Instant.EPOCH, hint, content);
    }

    private static boolean isTag(String language) {
        for (int i = 0; i < language.length(); i++) {
            char c = language.charAt(i);
            if (c != '-' && c != '_' && (c >= 128 || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return !language.isEmpty() && language.length() <= 16;
    }

    private static String messageKey(UpdateForm form) {
        return "m:" + form.chatId + ':' + form.messageId + ':'
                + (form.editDate == UpdateForm.NONE ? 0 : form.editDate);
    }

    /// Each bot counts its updates anew, so its id belongs to the key (contracts.md T3).
    private String updateKey(UpdateForm form) {
        return bot.id() + '/' + form.updateId;
    }

    Verdict unclear(UpdateForm form, String why) {
        boolean telling = form.kind.matches("[a-z_]{1,40}");
        return new Unclear(new DeadLetter(CHANNEL, updateKey(form),
                telling ? form.kind : "unknown", why));
    }
}
