package vn.gopy.app;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.gopy.api.RegisterRoutes;
import vn.gopy.dashboard.DocumentsRoutes;
import vn.gopy.dashboard.ModelsRoutes;
import vn.gopy.dashboard.OfficialParts;
import vn.gopy.dashboard.RegistersRoutes;
import vn.gopy.dashboard.UploadRoutes;
import vn.gopy.export.RegisterFileRoutes;
import vn.gopy.reading.Reader;
import vn.gopy.reading.Span;
import vn.gopy.register.Models;
import vn.gopy.register.Papers;
import vn.gopy.register.Proofreader;
import vn.gopy.register.Published;
import vn.gopy.register.RegisterDesk;
import vn.gopy.register.Uploads;
import vn.gopy.web.Routes;

/// The parts of the registers.
record Registers(Ground ground, Brain brain) {
    /// What is somebody's own beyond doubt, wherever it stands. A link or an address may be an office's.
    private static final Set<Span.Kind> PERSONAL = Set.of(Span.Kind.PHONE, Span.Kind.CCCD, Span.Kind.CMND,
            Span.Kind.PASSPORT, Span.Kind.EMAIL, Span.Kind.BANK, Span.Kind.INS, Span.Kind.PLATE,
            Span.Kind.DOB);

    List<Routes> routes(OfficialParts parts) {
        var library = brain.library();
        var papers = new Papers(ground.database(), library::documents);
        var models = new Models(ground.database(), ground.gazetteer());
        var published = new Published(library, ground.clock());
        var behind = new RegisterDesk.Parts(ground.database(), ground.officials().audit(),
                new Proofreader(ground.gazetteer(), brain.phrases(),
                        text -> namesPerson(brain.reader(), text)),
                library::documents, ground.clock());
        var desk = new RegisterDesk(behind);
        return List.of(new DocumentsRoutes(parts, papers, published),
                new ModelsRoutes(parts, models, published),
                new UploadRoutes(parts, new Uploads(desk, behind)), new RegistersRoutes(parts, desk),
                new RegisterFileRoutes(papers, models), new RegisterRoutes(papers, models, published::of));
    }

    /// A name is sure when it has several words and each begins with a capital.
    static boolean namesPerson(Reader reader, String text) {
        return reader.read(text).spans().stream().anyMatch(span -> PERSONAL.contains(span.kind())
                || (span.kind() == Span.Kind.NAME && isWhole(text.substring(span.start(), span.end()))));
    }

    private static boolean isWhole(String name) {
        var words = Arrays.asList(name.split("\\s+"));
        return words.size() > 1 && words.stream()
                .allMatch(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)));
    }
}
