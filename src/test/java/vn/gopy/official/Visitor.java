package vn.gopy.official;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.gopy.fakes.SettableClock;

/// An official's browser and phone: sends forms, keeps the cookie, shows the app's digits.
public final class Visitor {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final InstantSource clock;
    public String cookie = "";
    public List<String> recovery = List.of();
    public final Map<String, String> headers = new LinkedHashMap<>(
            Map.of("Accept", "text/html", "Sec-Fetch-Site", "same-origin"));
    byte[] secret = {};
    String name = "";

    public Visitor(int port, InstantSource clock) {
        this.port = port;
        this.clock = clock;
    }

    public HttpResponse<String> get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /// Sends a form; fields and values alternate.
    public HttpResponse<String> post(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(path, HttpRequest.newBuilder().header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /// Sends a file as a form does; the text as UTF-8.
    public HttpResponse<String> upload(String path, String field, String text) {
        return send(path, "POST", "multipart/form-data; boundary=----form7",
                "------form7\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"so.csv\"\r\nContent-Type: text/csv\r\n\r\n" + text
                        + "\r\n------form7--\r\n");
    }

    /// Sends anything.
    HttpResponse<String> send(String path, String method, String type, String body) {
        var request = HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(path, type.isEmpty() ? request : request.header("Content-Type", type));
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request) {
        request.uri(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            var answer = sent(request.build());
            answer.headers().firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = set.contains("Max-Age=0") ? "" : set.split(";", -1)[0]);
            return answer;
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /// As browsers do: once more, where a connection that was kept open is closed before any answer (RFC 9112,
    /// 9.3.1). What was refused unread is followed by such a close.
    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            if (!String.valueOf(closed.getMessage()).contains("received no bytes")) {
                throw closed;
            }
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /// Opens a code and sets the account up; the phone learns the secret from the page.
    public HttpResponse<String> join(String code, String as, String password) {
        var page = post("/join", "code", code);
        learn(page.body());
        name = as;
        var done = post("/join/set-up", "code", code, "name", as, "password", password, "again", password,
                "factor", digits());
        recovery = codes(done.body());
        return done;
    }

    /// Reads the secret's letters on a set-up page.
    void learn(String page) {
        var found = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<").matcher(page);
        if (found.find()) {
            secret = bytes(found.group(1).replace(" ", ""));
        }
    }

    static List<String> codes(String page) {
        var codes = new ArrayList<String>();
        Pattern.compile("<li><code>([A-Z2-7-]+)</code>").matcher(page).results()
                .forEach(found -> codes.add(found.group(1)));
        return codes;
    }

    private static byte[] bytes(String letters) {
        var bits = new StringBuilder();
        letters.chars().forEach(letter -> bits.append(
                String.format("%5s", Integer.toBinaryString(ALPHABET.indexOf(letter))).replace(' ', '0')));
        var hex = new StringBuilder();
        for (int i = 0; i + 8 <= bits.length(); i += 8) {
            hex.append(String.format("%02x", Integer.parseInt(bits.substring(i, i + 8), 2)));
        }
        return HexFormat.of().parseHex(hex);
    }

    /// What the app shows now.
    public String digits() {
        return secret.length == 0
                ? "000000"
                : Totp.code(secret, clock.instant().getEpochSecond() / 30);
    }

    /// Signs in anew with both steps, in the next time step of the app.
    public HttpResponse<String> signIn(String password) {
        ((SettableClock) clock).pass(Duration.ofSeconds(30));
        post("/sign-in", "name", name, "password", password);
        return post("/sign-in/factor", "code", digits());
    }

    public boolean isSignedIn() {
        return get("/account").statusCode() == 200;
    }
}
