package vn.gopy.dialogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Slip;
import vn.gopy.dialogue.OwnRequest.State;

/// One resident's requests, as they are kept; the newest may be answered by an office.
final class Mailbox {
    private final List<OwnRequest> requests = new ArrayList<>();
    private int sent;

    List<OwnRequest> all() {
        return List.copyOf(requests);
    }

    /// The payload of a button under the letter about the newest.
    String slip(String verb) {
        return new Slip(sent, verb).payload();
    }

    void asks(String text) {
        var own = requests.getFirst();
        requests.set(0, new OwnRequest(own.id(), own.unit(), own.sentOn(), own.text(), State.ASKED, own.due(),
                text, Optional.of(own.sentOn()), own.solved(), own.rating(), own.endsOn()));
    }

    void answers(String text) {
        var own = requests.getFirst();
        requests.set(0, new OwnRequest(own.id(), own.unit(), own.sentOn(), own.text(), State.ANSWERED,
                own.due(), text, own.asked(), Optional.empty(), own.rating(),
                Optional.of(own.sentOn().plusDays(10))));
    }

    void remember(Event event) {
        switch (event) {
            case Event.RequestSent request -> add(request.request());
            case Event.RequestReplied replied -> open(replied.id(), replied.due());
            case Event.RequestReopened opened -> open(opened.id(), opened.due());
            case Event.RequestJudged judged ->
                requests.replaceAll(own -> own.id() == judged.id() ? own.judged(judged.solved()) : own);
            case Event.RequestRated rated -> requests.replaceAll(own -> own.id() == rated.id()
                    ? new OwnRequest(own.id(), own.unit(), own.sentOn(), own.text(), own.state(), own.due(),
                            own.office(), own.asked(), own.solved(), rated.rating(), own.endsOn())
                    : own);
            case Event.RequestsWithdrawn _,Event.ConsentWithdrawn _,Event.Erased _ -> requests.clear();
            case Event.ConsentGiven _,Event.FeedbackFiled _,Event.FeedbackWithdrawn _ -> untouched();
            case Event.HearingWished _,Event.AnswerJudged _,Event.HearingEnded _ -> untouched();
            case Event.ForumAsked _,Event.ForumsWithdrawn _ -> untouched();
            case Event.NewsWished _,Event.NewsEnded _,Event.PollAnswered _,Event.PollWithdrawn _ ->
                untouched();
            case Event.QuestionNoted _,Event.QuoteAllowed _,Event.QuotesWithdrawn _,Event.Counted _ ->
                untouched();
        }
    }

    private static void untouched() {
        // no request is in it
    }

    private void add(SentRequest request) {
        sent++;
        requests.addFirst(new OwnRequest(sent, request.unit(), request.sentOn(), request.text(), State.OPEN,
                request.due(), "", Optional.empty(), Optional.empty(), 0, Optional.empty()));
    }

    private void open(long id, LocalDate due) {
        requests.replaceAll(own -> own.id() == id
                ? new OwnRequest(own.id(), own.unit(), own.sentOn(), own.text(), State.OPEN, due,
                        own.office(),
                        own.asked(), Optional.empty(), own.rating(), own.endsOn())
                : own);
    }
}
