package vn.gopy.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vn.gopy.chat.Address;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Incoming;
import vn.gopy.feedback.Feedback;
import vn.gopy.text.Language;

/// One resident in front of the real dialogue: keeps what reception would keep, and sets the clock.
final class Conversation {
    private final Dialogue dialogue;
    private final Language first;
    private final long seed;
    private final List<Choice> shown = new ArrayList<>();
    private final List<Feedback> filed = new ArrayList<>();
    private final List<NotedQuestion> asked = new ArrayList<>();
    private Instant now;
    private Standing standing;
    private boolean consented;
    private boolean newcomer = true;
    private Optional<String> hint = Optional.empty();
    private Optional<String> page = Optional.empty();
    private int heard;
    private int quoted;
    private final Mailbox mailbox = new Mailbox();
    private int wishes;
    private boolean told;
    private Optional<Followed> news = Optional.empty();
    private final Map<Long, KnownPoll> polls = new LinkedHashMap<>();
    private final Map<Long, KnownForum> forums = new LinkedHashMap<>();

    Conversation(Dialogue dialogue, Language first, long seed, Instant now) {
        this.dialogue = dialogue;
        this.first = first;
        this.seed = seed;
        this.now = now;
        this.standing = Standing.start(now);
    }

    Standing standing() {
        return standing;
    }

    Conversation agreed() {
        consented = true;
        newcomer = false;
        return this;
    }

    Conversation standing(Standing there) {
        standing = there;
        newcomer = false;
        return this;
    }

    void filed(Feedback feedback) {
        filed.addFirst(feedback);
    }

    /// The resident's requests, as an office would change them.
    Mailbox mailbox() {
        return mailbox;
    }

    /// An answer to a theme is carried to them.
    void told() {
        told = true;
    }

    void hint(String tag) {
        hint = Optional.of(tag);
    }

    void page(String tag) {
        page = Optional.of(tag);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Turn type(String text) {
        return hear(new Incoming.Typed(text));
    }

    /// Presses the newest button with this label.
    Turn press(String label) {
        return press(label, shown.reversed());
    }

    /// Presses the first button that ever had this label.
    Turn pressOld(String label) {
        return press(label, shown);
    }

    private Turn press(String label, List<Choice> order) {
        var choice = order.stream().filter(one -> one.label().equals(label)).findFirst()
                .orElseThrow(() -> new AssertionError("no button was ever labelled " + label));
        return hear(new Incoming.Pressed(choice.payload(), "press", "message"));
    }

    Visit visit(Incoming.Content content) {
        var incoming = new Incoming(new Address("test", "1"), "u" + heard, "m" + heard, now, hint, page,
                content);
        var kept = new Resident.Kept(() -> filed.stream().limit(5).toList(), () -> List.copyOf(asked),
                () -> quoted, mailbox::all, () -> wishes, () -> told,
                () -> news, this::polls,
                () -> List.copyOf(forums.values()));
        var resident = new Resident(consented, filed.size(), kept, seed, newcomer);
        return new Visit(standing, incoming, standing.chosen().orElse(first), now, resident);
    }

    Turn hear(Incoming.Content content) {
        var turn = dialogue.hear(visit(content));
        heard++;
        newcomer = false;
        standing = StandingJson.read(StandingJson.write(turn.next()), now);
        turn.replies().forEach(reply -> reply.choices().forEach(shown::addAll));
        turn.events().forEach(this::remember);
        return turn;
    }

    /// An office asks.
    void poll(KnownPoll poll) {
        polls.put(poll.id(), poll);
    }

    /// An office holds a dialogue session.
    void forum(KnownForum forum) {
        forums.put(forum.id(), forum);
    }

    private void asks(long id, String text) {
        forums.computeIfPresent(id,
                (_, forum) -> with(forum, Stream.concat(forum.own().stream(), Stream.of(text)).toList()));
    }

    private void askedNothing() {
        forums.replaceAll((_, forum) -> with(forum, List.of()));
    }

    private static KnownForum with(KnownForum forum, List<String> own) {
        return new KnownForum(forum.id(), forum.unit(), forum.vietnamese(), forum.english(), forum.closesAt(),
                forum.open(), own);
    }

    private List<KnownPoll> polls() {
        return polls.values().stream().filter(poll -> poll.open() || poll.chosen().isPresent()).toList();
    }

    private void chosen(long id, OptionalInt choice) {
        polls.computeIfPresent(id,
                (_, poll) -> new KnownPoll(id, poll.unit(), poll.vietnamese(), poll.english(),
                        poll.endsAt(), poll.open(), choice));
    }

    private void remember(Event event) {
        mailbox.remember(event);
        switch (event) {
            case Event.ConsentGiven _ -> consented = true;
            case Event.ConsentWithdrawn _ -> {
                consented = false;
                filed.clear();
                asked.clear();
                quoted = 0;
                wishes = 0;
                told = false;
                news = Optional.empty();
                List.copyOf(polls.keySet()).forEach(id -> chosen(id, OptionalInt.empty()));
                askedNothing();
            }
            case Event.QuoteAllowed _ -> quoted++;
            case Event.QuotesWithdrawn _ -> quoted = 0;
            case Event.HearingWished _ -> wishes++;
            case Event.HearingEnded _ -> wishes = 0;
            case Event.NewsWished wished -> news = Optional.of(wished.what());
            case Event.NewsEnded _ -> news = Optional.empty();
            case Event.PollAnswered answered -> chosen(answered.poll(), OptionalInt.of(answered.choice()));
            case Event.PollWithdrawn(var poll) -> chosen(poll, OptionalInt.empty());
            case Event.ForumAsked asks -> asks(asks.forum(), asks.text());
            case Event.ForumsWithdrawn _ -> askedNothing();
            case Event.QuestionNoted noted -> {
                asked.removeIf(question -> question.text().equals(noted.question().text()));
                asked.addFirst(noted.question());
            }
            case Event.FeedbackFiled(var feedback, var _) -> filed.addFirst(feedback);
            case Event.FeedbackWithdrawn _ -> filed.removeFirst();
            case Event.Erased _ -> {
                consented = false;
                filed.clear();
                asked.clear();
                quoted = 0;
                wishes = 0;
                told = false;
                news = Optional.empty();
                List.copyOf(polls.keySet()).forEach(id -> chosen(id, OptionalInt.empty()));
                askedNothing();
            }
            case Event.RequestSent _,Event.RequestReplied _,Event.RequestReopened _,Event.RequestJudged _,Event.RequestRated _,Event.RequestsWithdrawn _ -> {
                // the mailbox remembers them
            }
            case Event.AnswerJudged _,Event.Counted _ -> {
                // only a number grows
            }
        }
    }
}
