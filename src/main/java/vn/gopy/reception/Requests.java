package vn.gopy.reception;

import java.util.List;
import vn.gopy.db.Tx;
import vn.gopy.dialogue.Event;
import vn.gopy.dialogue.OwnRequest;
import vn.gopy.feedback.Consent;
import vn.gopy.request.Own;
import vn.gopy.request.Sent;
import vn.gopy.request.SqlRequests;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Vault;

/// Translates what the dialogue says of requests to where they are kept, and back. What was not so any more when
/// it was to be written is decided anew: the turn is heard again.
final class Requests {
    private final SqlRequests table;

    Requests(Vault vault) {
        table = new SqlRequests(vault);
    }

    void file(Tx tx, Event.RequestSent sent, Recorder.Occasion occasion) {
        var request = sent.request();
        table.file(tx, occasion.person(),
                new Sent(request.unit(), request.topic(), request.text(), request.language(),
                        request.sentOn(),
                        request.due(), sent.receipt()),
                new Consent(sent.version(), "requests", sent.textHash(), occasion.now(),
                        occasion.incoming().from().channel()),
                occasion.marks().evidence());
    }

    void reply(Tx tx, Event.RequestReplied replied, Recorder.Occasion occasion) {
        demand(table.reply(tx, occasion.person(), new SqlRequests.Reply(replied.id(), replied.text(),
                replied.on(), replied.due())));
    }

    void reopen(Tx tx, Event.RequestReopened opened, Recorder.Occasion occasion) {
        demand(table.reopen(tx, occasion.person(),
                new SqlRequests.Reply(opened.id(), opened.text(), opened.on(), opened.due())));
    }

    void judge(Tx tx, Pseudonym person, Event.RequestJudged judged) {
        demand(table.judge(tx, person, judged.id(), judged.solved()));
    }

    void rate(Tx tx, Pseudonym person, Event.RequestRated rated) {
        demand(table.rate(tx, person, rated.id(), rated.rating()));
    }

    private static void demand(boolean written) {
        if (!written) {
            throw new SessionMoved();
        }
    }

    int erase(Tx tx, Pseudonym person) {
        return table.erase(tx, person);
    }

    List<OwnRequest> own(Tx tx, Person person) {
        return table.own(tx, person).stream().map(Requests::shown).toList();
    }

    private static OwnRequest shown(Own own) {
        var state = switch (own.state()) {
            case OPEN -> OwnRequest.State.OPEN;
            case ASKED -> OwnRequest.State.ASKED;
            case ANSWERED -> OwnRequest.State.ANSWERED;
        };
        return new OwnRequest(own.id(), own.unit(), own.sentOn(), own.text(), state, own.due(), own.office(),
                own.asked(), own.solved(), own.rating(), own.endsOn());
    }
}
