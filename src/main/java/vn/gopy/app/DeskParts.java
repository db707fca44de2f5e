package vn.gopy.app;

import vn.gopy.answer.ClaimDesk;
import vn.gopy.answer.ThemeDesk;
import vn.gopy.dashboard.RequestsRoutes;
import vn.gopy.dashboard.ThemesRoutes;
import vn.gopy.export.RequestsCsv;
import vn.gopy.policy.Phrases;
import vn.gopy.policy.Proofreader;
import vn.gopy.request.Counts;
import vn.gopy.request.Desk;
import vn.gopy.request.RequestSettings;
import vn.gopy.request.Templates;
import vn.gopy.text.Phrasebook;

/// The desks behind pages of officials.
///
/// @param noticesPut told after events or letters were put in the outbox
record DeskParts(Ground ground, Phrasebook phrases, Runnable noticesPut) {
    RequestsRoutes.Behind requests() {
        var settings = RequestSettings.from(ground.settings());
        var audit = ground.officials().audit();
        return new RequestsRoutes.Behind(
                new Desk(new Desk.Parts(ground.database(), ground.vault(), ground.outbox(), audit,
                        ground.gazetteer(), phrases, settings, ground.clock(), noticesPut)),
                new Templates(ground.database(), audit), new Counts(ground.database(), audit, settings),
                lines -> RequestsCsv.of(lines, ground.gazetteer()));
    }

    ThemesRoutes.Desk themes() {
        var settings = ground.settings();
        var desk = new ThemeDesk(new ThemeDesk.Parts(ground.database(), ground.releases(), ground.themes(),
                ground.officials().audit(), Phrases.thatPersuade(Policies.bookcase(settings).base().get()),
                ground.hooks(),
                ground.clock(), noticesPut));
        return new ThemesRoutes.Desk(ground.themes(), desk, ground.letter(phrases));
    }

    ClaimDesk claims() {
        var settings = ground.settings();
        return new ClaimDesk(new ClaimDesk.Parts(ground.database(), ground.claims(),
                Policies.bookcase(settings), new Proofreader(ground.gazetteer(), phrases,
                        settings.zone("time-zone")),
                ground.officials().audit(), ground.clock()));
    }
}
