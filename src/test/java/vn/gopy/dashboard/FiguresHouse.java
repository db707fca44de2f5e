package vn.gopy.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.gopy.api.ApiRoutes;
import vn.gopy.api.Catalogue;
import vn.gopy.api.CatalogueRoutes;
import vn.gopy.export.Codebook;
import vn.gopy.export.CsvExport;
import vn.gopy.export.ExportRoutes;
import vn.gopy.export.XlsxExport;
import vn.gopy.metrics.Metrics;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Village;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.web.Callers;
import vn.gopy.web.Pages;
import vn.gopy.web.Problems;
import vn.gopy.web.Quota;
import vn.gopy.web.Server;
import vn.gopy.web.WebSettings;

/// The pages, the API and the files over a village, on a real server.
public final class FiguresHouse implements AutoCloseable {
    public final Village village;
    public final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    public FiguresHouse(Path folder) {
        this(folder, true, false, 0);
    }

    public FiguresHouse(Path folder, boolean open, boolean demo, int port) {
        this(new Village(folder), open, demo, port);
    }

    /// The same over a village that is open already.
    public FiguresHouse(Village village, boolean open, boolean demo, int port) {
        this.village = village;
        var settings = new ReleaseSettings(Village.SETTINGS.rule(), Village.ZONE, open);
        var phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        var pages = new Pages(phrases, "Góp Ý");
        var figures = new Figures(village.releases, village.gazetteer, settings, (_, _) -> Optional.empty(),
                InstantSource.fixed(Village.at("2026-11-25T10:00")), demo);
        var charts = List.<Chart>of(new TrendChart(), new TopicsChart(), new TopicMoodsChart(),
                new TileMap(village.gazetteer));
        var codebook = new Codebook(phrases, village.gazetteer);
        var quota = new Quota(0, new Callers(Set.of()), InstantSource.system());
        server = Server.start(new WebSettings("127.0.0.1", port, ""), new Problems(pages, new Metrics()),
                List.of(
                        pages.staticRoutes(), new FiguresRoutes(figures, charts, pages),
                        new ExportRoutes(village.releases, settings, codebook,
                                List.of(new CsvExport(village.gazetteer, demo),
                                        new XlsxExport(village.gazetteer, codebook, demo))),
                        new ApiRoutes(village.releases, settings, quota, demo), new CatalogueRoutes(
                                village.releases, new Catalogue(village.gazetteer, phrases, demo))));
    }

    public HttpResponse<String> get(String address, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        server.close();
        village.close();
    }
}
