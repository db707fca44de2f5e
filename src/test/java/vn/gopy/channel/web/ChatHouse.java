package vn.gopy.channel.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import vn.gopy.metrics.Metrics;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.web.Pages;
import vn.gopy.web.Problems;
import vn.gopy.web.Server;
import vn.gopy.web.WebSettings;

/// A server with the chat page and the small bot behind it.
final class ChatHouse implements AutoCloseable {
    private static final Promises PROMISES = new Promises(20, Duration.ofDays(730), Duration.ofDays(60),
            Duration.ofDays(150),
            Duration.ofDays(90), Duration.ofDays(10), Duration.ofDays(20));

    private final Server server;
    private final WebChannel channel;
    private final ScriptedInbox inbox;

    ChatHouse(Duration heartbeat, int pages) {
        this(heartbeat, pages, 0);
    }

    ChatHouse(Duration heartbeat, int pages, int port) {
        var metrics = new Metrics();
        var settings = new WebChatSettings(pages, heartbeat, "Trụ sở UBND xã, điện thoại 0203 000 000");
        var phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
        var drawn = new Pages(phrases, "Xã Thử (bản dùng thử)");
        var problems = new Problems(drawn, metrics);
        channel = new WebChannel(settings, metrics);
        inbox = new ScriptedInbox(channel);
        server = Server.start(new WebSettings("127.0.0.1", port, ""), problems,
                List.of(drawn.staticRoutes(),
                        new WebChatRoutes(new WebChatRoutes.Parts(settings, PROMISES, channel, inbox,
                                InstantSource.system(), drawn, problems))));
    }

    int port() {
        return server.port();
    }

    WebChannel channel() {
        return channel;
    }

    ScriptedInbox inbox() {
        return inbox;
    }

    @Override
    public void close() {
        inbox.close();
        channel.close();
        server.close();
    }
}
