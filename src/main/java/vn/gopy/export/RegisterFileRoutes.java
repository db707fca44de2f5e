package vn.gopy.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.register.Cells;
import vn.gopy.register.Column;
import vn.gopy.register.Models;
import vn.gopy.register.Papers;
import vn.gopy.register.Register;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;
import vn.gopy.web.Tagged;

/// The registers as files, which editors can change and upload again. Give it to the server before the API.
public final class RegisterFileRoutes implements Routes {
    private final Papers papers;
    private final Models models;

    public RegisterFileRoutes(Papers papers, Models models) {
        this.papers = papers;
        this.models = models;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/documents.csv", request -> send(request, Register.DOCUMENTS,
                papers.all().stream().map(paper -> row(Register.DOCUMENTS, paper.id(), paper.cells()))));
        routes.get("/api/v1/models.csv", request -> send(request, Register.MODELS, models.all().stream()
                .map(model -> row(Register.MODELS, Long.toString(model.id()), model.cells()))));
    }

    private static List<String> row(Register register, String id, Cells cells) {
        return Stream.concat(Stream.of(id),
                register.columns().stream().map(Column::name).map(cells::of)).toList();
    }

    private static void send(Context request, Register register, Stream<List<String>> rows) {
        Query.exactly(request, Set.of());
        var head = Stream.concat(Stream.of("id"), register.columns().stream().map(Column::name)).toList();
        var file = SafeCsv.of(head, rows);
        request.header("Content-Disposition", "attachment; filename=\"gopy-" + register.word() + ".csv\"");
        Tagged.untilChanged(Tagged.nameOf(file), SafeCsv.TYPE).answer(request, () -> file);
    }
}
