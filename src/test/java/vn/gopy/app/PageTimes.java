package vn.gopy.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import vn.gopy.place.Gazetteer;

/// How long the pages of figures take, of the province and of each new unit, over a connection that stays open.
final class PageTimes {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    private PageTimes(int port) {
        this.port = port;
    }

    /// Asks for all pages in English, so that the code is warm, then in Vietnamese: first drawn, then kept.
    static String of(int port) throws IOException, InterruptedException {
        var times = new PageTimes(port);
        times.all("en");
        times.all("en");
        return "drawn anew " + told(times.all("vi")) + ", kept " + told(times.all("vi"));
    }

    private List<Double> all(String language) throws IOException, InterruptedException {
        var paths = new ArrayList<>(List.of("/figures"));
        Gazetteer.open("quang-ninh").newUnits().forEach(unit -> paths.add("/figures/" + unit.id().code()));
        var millis = new ArrayList<Double>();
        for (var path : paths) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Accept-Language", language).build();
            long begun = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
            millis.add((System.nanoTime() - begun) / 1e6);
            if (status != 200) {
                throw new IllegalStateException(path + " answers " + status);
            }
        }
        return millis.stream().sorted().toList();
    }

    private static String told(List<Double> sorted) {
        return "%.1f ms (nineteen of twenty below %.1f, slowest %.1f)".formatted(
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 19 / 20), sorted.getLast());
    }
}
