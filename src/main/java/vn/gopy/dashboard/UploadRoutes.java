package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.official.Account;
import vn.gopy.register.FileFlaw;
import vn.gopy.register.Preview;
import vn.gopy.register.Register;
import vn.gopy.register.Uploads;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;
import vn.gopy.web.Upload;

/// The editors' page of a file with many entries: upload it, see what would become of each row, take it or not.
/// Give it to the server before [RegistersRoutes], whose address of an entry would match too.
public final class UploadRoutes implements Routes {
    private static final String PATH = "/registers/{register}/file";

    private final OfficialParts parts;
    private final Uploads uploads;

    public UploadRoutes(OfficialParts parts, Uploads uploads) {
        this.parts = parts;
        this.uploads = uploads;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, request -> {
            Query.of(request, Set.of());
            show(request, Optional.empty(), false);
        });
        routes.post(PATH, this::put);
        routes.post(PATH + "/take", this::take);
    }

    private static Account account(Context request) {
        return AccessRoutes.official(request).account();
    }

    private Page page(Context request, Register register) {
        return parts.pages().page(request, Page.Section.NONE, "register.file." + register.word());
    }

    private void show(Context request, Optional<FileFlaw> flaw, boolean other) {
        var register = RegistersRoutes.register(request);
        var page = page(request, register);
        var shown = new HashMap<String, Object>(Map.of("account", account(request), "register", register,
                "flaw", flaw, "other", other, "words",
                new RegisterWords(page, parts.gazetteer(), parts.zone())));
        shown.put("preview", flaw.isPresent()
                ? Optional.<Preview>empty()
                : uploads.preview(account(request), register));
        parts.pages().show(request, "registerFile.jte", page, shown);
    }

    private void put(Context request) {
        var register = RegistersRoutes.register(request);
        var flaw = uploads.put(account(request), register, Upload.of(request, "file"));
        if (flaw.isPresent()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, flaw, false);
            return;
        }
        request.redirect(page(request, register).to("/registers/" + register.word() + "/file"),
                HttpStatus.SEE_OTHER);
    }

    private void take(Context request) {
        var register = RegistersRoutes.register(request);
        var form = Form.of(request, Set.of("do", "stamp"));
        var wish = form.getOrDefault("do", "");
        if (wish.equals("drop")) {
            uploads.drop(account(request), register);
            leave(request, register, "");
            return;
        }
        if (!wish.equals("all") && !wish.equals("good")) {
            throw new BadRequestResponse("nothing to do");
        }
        var written = uploads.take(account(request), register, form.getOrDefault("stamp", ""),
                wish.equals("good"));
        if (written.isPresent()) {
            leave(request, register, "?done=" + written.get());
            return;
        }
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, Optional.empty(), true);
    }

    private void leave(Context request, Register register, String query) {
        request.redirect(page(request, register).to("/registers/" + register.word() + query),
                HttpStatus.SEE_OTHER);
    }
}
