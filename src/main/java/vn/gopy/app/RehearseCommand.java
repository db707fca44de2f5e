package vn.gopy.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.gopy.config.Settings;

/// `gopy rehearse`.
@Command(name = "rehearse", mixinStandardHelpOptions = true, description = {
        "Plays conversations on a throw-away house, half of them as if on Telegram, so that Java can",
        "remember what it learned:",
        "java -XX:AOTCacheOutput=gopy.aot -jar gopy.jar rehearse,",
        "then java -XX:AOTCache=gopy.aot -jar gopy.jar"})
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> LINES = List.of("/start", "xa le loi gio thuoc dau",
            "Từ ngày nhập xã đi làm giấy tờ xa quá, chờ cả buổi", "đồng ý", "phường Hoành Bồ", "gửi",
            "Cán bộ hướng dẫn tận tình, tôi hài lòng", "gửi", "so do co phai doi khong", "dulieu", "menu");
    private static final List<String> PAGES = List.of("/", "/health", "/figures", "/privacy",
            "/static/gopy.css");

    @Mixin
    private final Options options = new Options();

    @Option(names = "--conversations", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
    private int conversations = 400;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var folder = new DataFolder(Files.createTempDirectory("gopy-rehearsal"));
        try (var telegram = RehearsedTelegram.open()) {
            play(folder, telegram.in(options.settings(Map.of("data", folder.path().toString(), "port", "0",
                    "public-url", "", "disk-ballast-mb", "0"))));
        } finally {
            folder.throwAway();
        }
        spec.commandLine().getOut().println("rehearsed " + conversations + " conversations");
        return 0;
    }

    private void play(DataFolder folder, Settings settings) throws IOException {
        try (var _ = folder.lock().orElseThrow();
                var ground = Ground.open(settings, folder, InstantSource.system());
                var app = App.open(ground, Brain.open(ground))) {
            for (int resident = 0; resident < conversations; resident++) {
                if (resident % 2 == 0) {
                    onThePage(app.port(), resident);
                } else {
                    onTelegram(app.port(), resident);
                }
            }
            for (var page : PAGES) {
                ask(app.port(), "GET " + page, "");
            }
        }
    }

    private static void onTelegram(int port, int resident) throws IOException {
        for (int line = 0; line < LINES.size(); line++) {
            long id = resident * 100L + line;
            ask(port, "POST /telegram/webhook", """
                    {"update_id":%d,"message":{"message_id":%d,"date":%d,"chat":{"id":%d,"type":"private"},\
                    "from":{"id":%d,"is_bot":false,"first_name":"A"},"text":"%s"}}"""
                    .formatted(id, id, Instant.now().getEpochSecond(), resident, resident, LINES.get(line)));
        }
    }

    private static void onThePage(int port, int resident) throws IOException {
        var conversation = "%022d".formatted(resident);
        for (int line = 0; line < LINES.size(); line++) {
            ask(port, "POST /chat/messages", """
                    {"conversation":"%s","id":"%d","text":"%s"}"""
                    .formatted(conversation, resident * 100L + line, LINES.get(line)));
        }
    }

    /// One request over a connection of its own, as one of our own pages sends it.
    private static void ask(int port, String what, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = what
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n"
                + "X-Telegram-Bot-Api-Secret-Token: " + RehearsedTelegram.SECRET + "\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 2")) {
                throw new Refusal(1,
                        "the rehearsal was refused: " + answer.lines().findFirst().orElse("no answer"));
            }
        }
    }
}
