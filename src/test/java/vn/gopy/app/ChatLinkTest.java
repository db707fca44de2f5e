package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.chat.Address;
import vn.gopy.fakes.BotApiDouble;
import vn.gopy.fakes.SettableClock;
import vn.gopy.fakes.TelegramUpdates;
import vn.gopy.fakes.WebhookQueue;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.official.Visitor;
import vn.gopy.place.UnitId;

/// An official who reads figures in a chat, while figures are not public.
class ChatLinkTest {
    private static final String SECRET = "a-secret-of-the-tests-0123456789abcdef";
    private static final String PASSWORD = "cau treo gio bac rat lanh";
    private static final long CHAT = 777_000_700;
    private static final UnitId HOANH_BO = UnitId.parse("new:07030").orElseThrow();
    private static final String CLOSED = "Số liệu hiện chưa mở cho mọi người xem.";
    private static final String NONE = "Chưa có số liệu theo tháng nào được công bố.";
    private static final String NOT_YOURS = "Số liệu chưa công khai.";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");
    private final TelegramUpdates updates = new TelegramUpdates(1_000);
    @AutoClose
    private final BotApiDouble api = BotApiDouble.open();
    private RunningHouse house;
    private WebhookQueue telegram;
    private TelegramResident lan;
    private Visitor browser;

    private void start() {
        house = RunningHouse.start(data, clock, Map.of("GOPY_FIGURES_PUBLIC", "false", "GOPY_TELEGRAM_MODE",
                "webhook", "GOPY_TELEGRAM_TOKEN", BotApiDouble.TOKEN, "GOPY_TELEGRAM_API", api.address(),
                "GOPY_TELEGRAM_WEBHOOK_SECRET", SECRET, "GOPY_TELEGRAM_GROUP_MESSAGES_PER_MINUTE", "6000"));
        // a test types faster than a person
        telegram = new WebhookQueue(URI.create(house.address() + "/telegram/webhook"), SECRET);
        lan = new TelegramResident(CHAT, api, updates, TelegramResident.Delivery.by(telegram, house));
    }

    @BeforeEach
    void open() {
        start();
        browser = new Visitor(house.port(), clock);
        browser.join(house.ground().officials().people()
                .invite(AuditTrail.NOBODY, Role.VIEWER, new Scope.Commune(HOANH_BO)).code(), "Lan", PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        telegram.close();
        house.close();
    }

    private String code() {
        var page = browser.post("/account/chat", "present", PASSWORD, "do", "code").body();
        var found = Pattern.compile("<code>(/lienket [A-Z2-7-]+)</code>").matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private TelegramResident other() {
        return new TelegramResident(CHAT + 1, api, updates, TelegramResident.Delivery.by(telegram, house));
    }

    private Account account() {
        return house.ground().officials().people().all().getFirst();
    }

    private List<String> trail() {
        return house.ground().officials().audit().newest(20).reversed().stream()
                .map(row -> row.deed().word()).toList();
    }

    private long count(String sql) {
        return house.ground().database().read(tx -> tx.number(sql));
    }

    @Test
    void a_linked_official_reads_the_figures_of_their_unit_without_naming_it_and_nobody_else_does()
            throws Exception {
        assertEquals(CLOSED, lan.type("/tonghop").text());
        assertTrue(lan.type(code()).text().startsWith("Đã liên kết."));

        var told = lan.type("/tonghop");
        assertEquals(NONE, told.text());
        assertTrue(told.keyboard().contains("Toàn Quảng Ninh"),
                "their own unit, from which the province is near");
        assertEquals(NONE, lan.press("Toàn Quảng Ninh").text());
        assertFalse(lan.last().keyboard().contains("Toàn Quảng Ninh"));
        assertTrue(lan.type("/tonghop phường bãi cháy").text().startsWith(NOT_YOURS));

        var other = other();
        assertEquals(CLOSED, other.type("/tonghop").text());
        assertEquals(CLOSED, other.type("/tonghop hoành bồ").text(), "not even asked which one");
        assertEquals(List.of("invited", "joined", "code-given", "chat-linked"), trail().subList(1, 5));
    }

    @Test
    void another_role_or_place_holds_at_once_and_a_closed_account_reads_nothing() throws Exception {
        lan.type(code());
        var people = house.ground().officials().people();
        people.change(AuditTrail.NOBODY, account().id(), Role.VIEWER,
                new Scope.Commune(UnitId.parse("new:06652").orElseThrow()));
        assertTrue(lan.type("/tonghop phường hoành bồ").text().startsWith(NOT_YOURS));
        people.change(AuditTrail.NOBODY, account().id(), Role.VIEWER, Scope.province());
        assertEquals(NONE, lan.type("/tonghop phường hoành bồ").text());

        people.enable(AuditTrail.NOBODY, account().id(), false);
        assertEquals(CLOSED, lan.type("/tonghop").text());
        people.enable(AuditTrail.NOBODY, account().id(), true);
        assertEquals(CLOSED, lan.type("/tonghop").text());
        assertEquals(0, count("SELECT count(*) FROM official_chat"));
    }

    @Test
    void a_code_links_one_chat_once_and_for_fifteen_minutes() throws Exception {
        var first = code();
        var second = code();
        assertTrue(lan.type(first).text().startsWith("Mã này không đúng"));
        assertTrue(lan.type(second.toLowerCase(Locale.ROOT).replace("-", " ")).text()
                .startsWith("Đã liên kết."));
        var other = other();
        assertTrue(other.type(second).text().startsWith("Mã này không đúng"));

        var late = code();
        clock.pass(Duration.ofMinutes(16));
        assertTrue(other.type(late).text().startsWith("Mã này không đúng"));
        assertFalse(browser.post("/account/chat", "present", "a wrong password", "do", "code").body()
                .contains("<code>"));
    }

    @Test
    void who_guesses_codes_must_wait() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertTrue(lan.type("/lienket AAAA-BBBB-CCCC-DDD" + (char) ('A' + i)).text()
                    .startsWith("Mã này không đúng"));
        }
        assertTrue(lan.type(code()).text().startsWith("Đã thử quá nhiều lần."));
        clock.pass(Duration.ofMinutes(2));
        assertTrue(lan.type(code()).text().startsWith("Đã liên kết."));
    }

    @Test
    void the_link_is_undone_in_the_chat_and_on_the_account_page() throws Exception {
        assertTrue(lan.type("/lienket").text().startsWith("Dành cho cán bộ"));
        assertTrue(lan.type("/lienket huy").text().startsWith("Cuộc trò chuyện này chưa liên kết"));
        lan.type(code());
        assertTrue(lan.type("/lienket").text().startsWith("Cuộc trò chuyện này đã liên kết"));
        assertTrue(browser.get("/account").body()
                .contains("Đã liên kết một cuộc trò chuyện từ ngày 25/11/2026"));
        assertTrue(lan.type("/lienket hủy").text().startsWith("Đã bỏ liên kết."));
        assertEquals(CLOSED, lan.type("/tonghop").text());

        lan.type(code());
        assertEquals(303, browser.post("/account/chat", "do", "end").statusCode());
        assertEquals(CLOSED, lan.type("/tonghop").text());
        assertEquals(List.of("code-given", "chat-linked", "chat-unlinked", "code-given", "chat-linked",
                "chat-unlinked"), trail().subList(3, 9));
    }

    @Test
    void the_whole_database_leads_from_no_account_to_a_resident() throws Exception {
        lan.type(code());
        assertEquals(0, count("SELECT count(*) FROM person"));
        assertEquals(0, count("SELECT count(*) FROM session"));

        lan.type("xin chào");
        var address = new Address("telegram", Long.toString(CHAT));
        var pid = house.ground().files().pseudonym(address).hex();
        var mark = house.ground().database().read(tx -> tx.first("SELECT mark FROM official_chat",
                row -> HexFormat.of().formatHex(row.bytes(1)))).orElseThrow();
        assertEquals(1, count("SELECT count(*) FROM person"));
        assertFalse(mark.contains(pid.substring(2, 18)) || pid.contains(mark.substring(0, 16)));
        assertEquals(clock.instant().getEpochSecond() / 86_400,
                count("SELECT linked_on FROM official_chat"), "the day and no moment");
    }

    @Test
    void a_code_in_a_group_links_nothing_and_stays_good() throws Exception {
        long group = -1_000_700;
        var code = code();
        api.chats().know(group);
        var update = updates.inGroup(group, CHAT, code);
        telegram.message(update.updateId(), group, update.json());
        telegram.deliverDue();

        assertEquals(0, count("SELECT count(*) FROM official_chat"));
        assertTrue(lan.type(code).text().startsWith("Đã liên kết."));
    }

    @Test
    void a_restored_copy_keeps_the_links_of_today_and_brings_no_other_back() throws Exception {
        lan.type(code());
        var withLan = copy();
        lan.type("/lienket huy");
        var withNobody = copy();
        other().type(code());

        restore(withLan);
        assertEquals(CLOSED, lan.type("/tonghop").text());
        assertEquals(NONE, other().type("/tonghop").text());

        restore(withNobody);
        assertEquals(NONE, other().type("/tonghop").text());
    }

    @Test
    void a_copy_in_the_place_of_a_broken_database_links_nobody() throws Exception {
        lan.type(code());
        var copy = copy();
        stop();
        Files.writeString(new DataFolder(data).database(), "this was a database");
        restoreStopped(copy);

        assertEquals(CLOSED, lan.type("/tonghop").text());
    }

    private Path copy() {
        clock.pass(Duration.ofSeconds(1));
        return Path.of(house.order("backup").replace("backup written: ", ""));
    }

    private void restore(Path copy) throws Exception {
        stop();
        restoreStopped(copy);
    }

    private void restoreStopped(Path copy) {
        clock.pass(Duration.ofSeconds(1));
        new Backups(new DataFolder(data)).restore(copy, clock.instant());
        start();
    }
}
