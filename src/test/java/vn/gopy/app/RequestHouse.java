package vn.gopy.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.Chats.Sent;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.official.Visitor;

/// The whole house with a bot, residents with phones, and officials who answer.
final class RequestHouse implements AutoCloseable {
    static final String PROBLEM = "đường vào khu 3 phường Hoành Bồ có ổ gà to, gọi tôi số 0912 345 678 khi sửa";
    static final String SHOWN = "đường vào khu 3 phường Hoành Bồ có ổ gà to, gọi tôi số «số điện thoại» khi sửa";
    static final long HOA = 777_000_900;
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";

    final SettableClock clock;
    final BotApiDouble api = BotApiDouble.open();
    private final Path data;
    private final Map<String, String> environment;
    private final TelegramUpdates updates = new TelegramUpdates(3_000);
    private RunningHouse house;
    private WebhookQueue telegram;

    RequestHouse(Path data, SettableClock clock) {
        this(data, clock, Map.of());
    }

    RequestHouse(Path data, SettableClock clock, Map<String, String> more) {
        this.data = data;
        this.clock = clock;
        environment = new HashMap<>(Map.of("GOPY_TELEGRAM_MODE", "webhook", "GOPY_TELEGRAM_TOKEN",
                BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(), "GOPY_TELEGRAM_WEBHOOK_SECRET",
                SECRET));
        environment.putAll(more);
        house = RunningHouse.start(data, clock, environment);
        telegram = webhook();
    }

    private WebhookQueue webhook() {
        return new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET);
    }

    RunningHouse running() {
        return house;
    }

    /// Stops, lets something happen to the data, and starts again.
    void restart(Runnable meanwhile) {
        telegram.close();
        house.close();
        meanwhile.run();
        house = RunningHouse.start(data, clock, environment);
        telegram = webhook();
    }

    TelegramResident resident(long chat) {
        return new TelegramResident(chat, api, updates, TelegramResident.Delivery.by(telegram, house));
    }

    /// An official with an account, signed in.
    ///
    /// @param scope `province` or a unit's id
    Visitor official(String name, String role, String scope) {
        var told = house.order("official-invite", role, scope);
        var visitor = new Visitor(house.port(), clock);
        visitor.join(Pattern.compile("code: ([A-Z2-7-]+)").matcher(told).results().findFirst().orElseThrow()
                .group(1), name, PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    Visitor official(String name) {
        return official(name, "answerer", "new:07030");
    }

    /// Somebody's problem on its way to the office of Hoành Bồ.
    TelegramResident sent(long chat) throws Exception {
        var resident = resident(chat);
        resident.type("/guixa");
        resident.type(PROBLEM);
        resident.press("Gửi");
        return resident;
    }

    /// The address of the only request that an official sees.
    static String only(Visitor official) {
        return Pattern.compile("/requests/[0-9]+").matcher(official.get("/requests?show=all").body())
                .results()
                .findFirst().orElseThrow(() -> new AssertionError("no request is listed")).group();
    }

    /// Does something with a request as it stands now.
    static int act(Visitor official, String address, String deed, String... fields) {
        var all = new ArrayList<>(List.of("do", deed, "revision", revision(official, address)));
        all.addAll(List.of(fields));
        return official.post(address, all.toArray(String[]::new)).statusCode();
    }

    static String revision(Visitor official, String address) {
        return Pattern.compile("name=\"revision\" value=\"([0-9]+)\"").matcher(official.get(address).body())
                .results().findFirst().orElseThrow().group(1);
    }

    /// The letter that holds these words, when it has come.
    Sent letter(long chat, String words) {
        TelegramResident.waitUntil(() -> letters(chat, words) > 0, "no letter: " + words);
        return api.chats().in(chat).getLast();
    }

    long letters(long chat, String words) {
        return api.chats().in(chat).stream().filter(sent -> sent.text().contains(words)).count();
    }

    long rows(String table) {
        return house.ground().database().read(tx -> tx.number("SELECT count(*) FROM " + table));
    }

    @Override
    public void close() {
        telegram.close();
        house.close();
        api.close();
    }
}
