package vn.gopy.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.db.Database;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Document;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Safe;

/// Registers as editors keep them: entry by entry, with a history, and by files.
class RegisterTest {
    private static final Phrasebook PHRASES = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    private static final Gazetteer GAZETTEER = Gazetteer.open("quang-ninh");
    private static final Document LAW = new Document("luat-72", "Luật 72/2025/QH15", "Tổ chức chính quyền",
            "Quốc hội", "law", Optional.of(LocalDate.of(2025, 6, 16)), Optional.empty(), Optional.empty(), "",
            "");
    private static final Document PAPER = new Document("bao", "báo Lao Động số 1", "Tin", "Lao Động", "press",
            Optional.empty(), Optional.empty(), Optional.empty(), "", "");
    private static final Account EDITOR = new Account(7, "Hoa", Role.EDITOR, Scope.province(), true,
            Optional.empty());
    private static final Account OF_HOANH_BO = new Account(8, "Lan", Role.EDITOR,
            new Scope.Commune(UnitId.ofNew("07030")), true, Optional.empty());
    private static final String HEAD = "title,field,kind,unit,state,year\r\n";

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock("2026-11-26T03:00:00Z");
    private final List<Document> library = new ArrayList<>(List.of(LAW, PAPER));
    private Database database;
    private AuditTrail audit;
    private RegisterDesk desk;
    private Uploads uploads;
    private Models models;
    private Papers papers;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("gopy.db"));
        audit = new AuditTrail(database, new Safe(Keys.in(folder.resolve("keys"))), clock);
        var parts = new RegisterDesk.Parts(database, audit,
                new Proofreader(GAZETTEER, PHRASES, text -> text.contains("Nguyễn Văn")), () -> library,
                clock);
        desk = new RegisterDesk(parts);
        uploads = new Uploads(desk, parts);
        models = new Models(database, GAZETTEER);
        papers = new Papers(database, () -> library);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Map<String, String> model(String title, String... more) {
        var typed = new HashMap<>(
                Map.of("title", title, "field", "kinh_te", "kind", "tap_the", "unit", "07030",
                        "state", "dang_ky", "year", "2026"));
        for (int i = 0; i < more.length; i += 2) {
            typed.put(more[i], more[i + 1]);
        }
        return typed;
    }

    private static Map<String, String> paper(String number) {
        return Map.of("number", number, "title", "Trồng cây", "issuer", "UBND phường Hoành Bồ", "level",
                "commune", "date", "1/2/2026", "asks", "Mỗi khu trồng một hàng cây.", "whom", "các khu");
    }

    private long added(Map<String, String> typed) {
        return assertInstanceOf(Outcome.Done.class, desk.add(EDITOR, Register.MODELS, typed)).id();
    }

    private static List<Flaw.Kind> flaws(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).flaws().stream().map(Flaw::kind).toList();
    }

    private RegisterDesk.Act act(long id, int revision) {
        return new RegisterDesk.Act(EDITOR, Register.MODELS, id, revision);
    }

    @ParameterizedTest
    @CsvSource({"unit,7030,07030", "unit,Hoành Bồ,07030", "unit,phuong hoanh bo,07030",
            "unit,Toàn Quảng Ninh,province", "field,Kinh tế,kinh_te", "field,van hoa xa hoi,van_hoa",
            "field,Defence and security,quoc_phong", "kind,cá nhân,ca_nhan", "state,được công nhận,cong_nhan",
            "title,'  Nuôi   gà ',Nuôi gà"})
    void what_people_write_in_sheets_is_kept_in_one_form(String column, String typed, String kept) {
        long id = added(model("Nuôi gà", column, typed));

        assertEquals(kept, desk.find(Register.MODELS, id).orElseThrow().cells().of(column));
    }

    @ParameterizedTest
    @CsvSource({"title,'',EMPTY", "title,Vườn của ông Nguyễn Văn An,NAMES_PERSON", "field,du lịch,NO_CHOICE",
            "year,26,NO_YEAR", "year,1890,NO_YEAR", "unit,Atlantis,NO_UNIT", "unit,xã Lê Lợi,OLD_UNIT",
            "kind,,EMPTY"})
    void what_cannot_stand_is_told_at_its_column(String column, String typed, Flaw.Kind kind) {
        var outcome = desk.add(EDITOR, Register.MODELS, model("Nuôi gà", column, typed == null ? "" : typed));

        assertEquals(List.of(kind), flaws(outcome));
        assertEquals(column, ((Outcome.Refused) outcome).flaws().getFirst().column());
        assertEquals(List.of(), models.all());
    }

    @Test
    void a_former_commune_is_told_where_it_is_now() {
        var outcome = (Outcome.Refused) desk.add(EDITOR, Register.MODELS, model("x", "unit", "xã Lê Lợi"));

        assertEquals("phường Hoành Bồ", outcome.flaws().getFirst().detail());
    }

    @Test
    void every_change_leaves_what_stood_before() {
        long id = added(model("Nuôi gà"));
        desk.change(act(id, 1), model("Nuôi gà thả đồi", "state", "cong_nhan"));
        desk.withdraw(act(id, 2));
        assertEquals(List.of(), models.all());
        desk.restore(act(id, 3));

        var entry = desk.find(Register.MODELS, id).orElseThrow();
        assertEquals(List.of("restored", "withdrawn", "changed", "added"),
                desk.versions(entry).stream().map(version -> version.what().word()).toList());
        assertEquals("Nuôi gà", desk.versions(entry).getLast().cells().of("title"));
        assertEquals(List.of("Nuôi gà thả đồi"), models.all().stream().map(Model::title).toList());
        assertEquals(List.of("register-added models 1", "register-changed models 1",
                "register-withdrawn models 1", "register-restored models 1"),
                audit.newest(9).reversed().stream().map(row -> row.deed().word() + " " + row.what())
                        .toList());
    }

    @Test
    void who_saw_an_older_revision_changes_nothing() {
        long id = added(model("Nuôi gà"));
        desk.change(act(id, 1), model("Nuôi vịt"));

        assertInstanceOf(Outcome.Changed.class, desk.change(act(id, 1), model("Nuôi lợn")));
        assertInstanceOf(Outcome.Changed.class, desk.withdraw(act(id, 1)));
        assertInstanceOf(Outcome.Changed.class, desk.erase(act(id, 2)), "only what is withdrawn is erased");
        assertEquals("Nuôi vịt", models.all().getFirst().title());
    }

    @Test
    void the_words_of_a_withdrawn_entry_can_be_erased_and_its_number_is_never_given_again() {
        long id = added(model("Vườn bí mật của nhà"));
        desk.change(act(id, 1), model("Vườn bí mật"));
        desk.withdraw(act(id, 2));
        desk.erase(act(id, 3));

        var entry = desk.find(Register.MODELS, id).orElseThrow();
        assertTrue(entry.erased());
        assertEquals(List.of(Map.of(), Map.of(), Map.of(), Map.of()),
                desk.versions(entry).stream().map(version -> version.cells().texts()).toList());
        assertInstanceOf(Outcome.Changed.class, desk.restore(act(id, 4)));
        assertEquals(id + 1, added(model("Vườn bí mật")));
    }

    @Test
    void nothing_stands_twice() {
        long id = added(model("Nuôi gà"));
        assertEquals(List.of(Flaw.Kind.TAKEN), flaws(desk.add(EDITOR, Register.MODELS, model("NUOI GA"))));
        added(model("Nuôi gà", "unit", "province"));
        desk.withdraw(act(id, 1));
        added(model("nuôi gà"));

        assertEquals(List.of(Flaw.Kind.TAKEN), flaws(desk.restore(act(id, 2))));
    }

    @Test
    void an_editor_of_one_commune_keeps_its_models_alone() {
        assertEquals(List.of(Flaw.Kind.NOT_YOURS),
                flaws(desk.add(OF_HOANH_BO, Register.MODELS, model("x", "unit", "06652"))));
        assertEquals(List.of(Flaw.Kind.NOT_YOURS),
                flaws(desk.add(OF_HOANH_BO, Register.DOCUMENTS, paper("KH 1/KH-UBND"))));
        assertInstanceOf(Outcome.Done.class, desk.add(OF_HOANH_BO, Register.MODELS, model("của mình")));

        long other = added(model("của nơi khác", "unit", "06652"));
        var act = new RegisterDesk.Act(OF_HOANH_BO, Register.MODELS, other, 1);
        assertInstanceOf(Outcome.Changed.class, desk.withdraw(act));
        assertInstanceOf(Outcome.Changed.class, desk.change(act, model("lấy về")));
        uploads.put(OF_HOANH_BO, Register.MODELS, bytes("id," + HEAD + other
                + ",lấy về,kinh_te,tap_the,07030,dang_ky,2026\r\n"));
        assertEquals(Flaw.Kind.NOT_YOURS, uploads.preview(OF_HOANH_BO, Register.MODELS).orElseThrow().rows()
                .getFirst().flaws().getFirst().kind());
    }

    @Test
    void documents_of_the_library_stand_in_the_register_without_being_typed() {
        assertEquals(List.of("Luật 72/2025/QH15"), papers.all().stream().map(Paper::number).toList());
        assertEquals(List.of(Flaw.Kind.IN_LIBRARY),
                flaws(desk.add(EDITOR, Register.DOCUMENTS, paper("Luat 72/2025/QH15"))));
        assertInstanceOf(Outcome.Done.class, desk.add(EDITOR, Register.DOCUMENTS, paper("KH 9/KH-UBND")));
        assertEquals(List.of("KH 9/KH-UBND", "Luật 72/2025/QH15"),
                papers.all().stream().map(Paper::number).toList());

        library.add(new Document("kh-9", "KH 9/KH-UBND", "Trồng cây", "UBND", "province", Optional.empty(),
                Optional.empty(), Optional.empty(), "", ""));
        assertEquals(List.of("luat-72", "kh-9"), papers.all().stream().map(Paper::id).toList(),
                "a number that the library has now is shown once, as it stands there");
    }

    @Test
    void a_document_cannot_end_before_it_begins() {
        var typed = new HashMap<>(paper("KH 2"));
        typed.put("until", "2026-01-31");
        assertEquals(List.of(Flaw.Kind.BACKWARDS), flaws(desk.add(EDITOR, Register.DOCUMENTS, typed)));
        typed.put("until", "31/2/2026");
        assertEquals(List.of(Flaw.Kind.NO_DAY), flaws(desk.add(EDITOR, Register.DOCUMENTS, typed)));
    }

    @ParameterizedTest
    @CsvSource({"ga,2", "gà,2", "GA DOI,1", "doi ga,1", "hoanh bo,1", "ngan,1", "an,0", "'',3", "g,2"})
    void words_without_marks_find_those_with_marks(String words, int found) {
        added(model("Nuôi gà thả đồi"));
        added(model("Nuôi gà, nuôi ngan", "unit", "province"));
        added(model("Đường hoa", "unit", "06652"));

        var filter = new Models.Filter(words, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        assertEquals(found, models.some(models.all(), filter).size());
    }

    @Test
    void a_document_is_found_by_its_number_and_issuer() {
        desk.add(EDITOR, Register.DOCUMENTS, paper("KH 9/KH-UBND"));
        for (var words : List.of("KH 9", "9/KH", "hoanh bo", "trong cay", "cac khu")) {
            assertEquals(1, Papers.some(papers.all(),
                    new Papers.Filter(words, Optional.empty(), Optional.empty()), LocalDate.EPOCH).size(),
                    words);
        }
    }

    @Test
    void totals_count_what_is_recognised_as_registered_too() {
        added(model("a"));
        added(model("b", "state", "cong_nhan"));
        added(model("c", "state", "cong_nhan", "kind", "ca_nhan", "field", "quoc_phong"));

        assertEquals(new Models.Totals(3, 2, 1, 1), Models.totals(models.all(), Optional.empty()));
        assertEquals(new Models.Totals(1, 1, 0, 1), Models.totals(models.all(), Optional.of("quoc_phong")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Preview previewed(String file) {
        assertEquals(Optional.empty(), uploads.put(EDITOR, Register.MODELS, bytes(file)));
        return uploads.preview(EDITOR, Register.MODELS).orElseThrow();
    }

    private Optional<Integer> take(Preview preview, boolean goodAlone) {
        return uploads.take(EDITOR, Register.MODELS, preview.stamp(), goodAlone);
    }

    @Test
    void a_file_writes_nothing_while_a_row_is_wrong_unless_the_editor_takes_the_good_rows() {
        var preview = previewed(HEAD + "Nuôi gà,kinh_te,tap_the,07030,dang_ky,2026\r\n"
                + "Vườn ông Nguyễn Văn An,kinh_te,ca_nhan,07030,cong_nhan,2026\r\n"
                + "Đường hoa,du lịch,tập thể,xã Lê Lợi,đã đăng ký,hai nghìn\r\n"
                + "nuoi ga,kinh_te,tap_the,7030,dang_ky,2026\r\nngắn\r\n");

        assertEquals(List.of("2 NEW []", "3 WRONG [NAMES_PERSON]", "4 WRONG [NO_CHOICE, OLD_UNIT, NO_YEAR]",
                "5 WRONG [TWICE]", "6 WRONG [CELLS]"),
                preview.rows().stream().map(row -> row.line() + " " + row.fate() + " "
                        + row.flaws().stream().map(Flaw::kind).toList()).toList());
        assertEquals(Optional.empty(), take(preview, false));
        assertEquals(List.of(), models.all());
        assertEquals(Optional.of(1), take(preview, true));
        assertEquals(1, models.all().size());
        assertEquals(Optional.empty(), uploads.preview(EDITOR, Register.MODELS), "it is taken once");
        assertEquals(Optional.empty(), take(preview, true));
        assertEquals("models 1 new 0 changed", audit.newest(1).getFirst().what());
    }

    @Test
    void what_was_not_seen_is_not_taken() {
        var preview = previewed(HEAD + "Nuôi gà,kinh_te,tap_the,07030,dang_ky,2026\r\n");
        added(model("Nuôi gà"));

        assertEquals(Optional.empty(), take(preview, true));
        assertEquals(1, models.all().size());
    }

    @Test
    void rows_with_a_number_change_their_entry() {
        long id = added(model("Nuôi gà"));
        long same = added(model("Đường hoa"));
        var preview = previewed("id;" + HEAD.replace(',', ';') + id
                + ";Nuôi gà;kinh_te;tap_the;07030;cong_nhan;2026\r\n" + same
                + ";Đường hoa;kinh_te;tap_the;07030;dang_ky;2026\r\n99;x;kinh_te;tap_the;07030;dang_ky;2026\r\n"
                + ";mới;kinh_te;tap_the;07030;dang_ky;2026\r\n");

        assertEquals(List.of(Preview.Fate.CHANGED, Preview.Fate.SAME, Preview.Fate.WRONG, Preview.Fate.NEW),
                preview.rows().stream().map(Preview.Row::fate).toList());
        assertEquals(Optional.of(2), take(preview, true));
        assertEquals(List.of("added", "changed"), desk
                .versions(desk.find(Register.MODELS, id).orElseThrow()).reversed().stream()
                .map(version -> version.what().word()).toList());
        assertEquals(1, desk.versions(desk.find(Register.MODELS, same).orElseThrow()).size());
    }

    @Test
    void a_document_of_the_library_in_a_file_must_stay_as_it_is() {
        var head = "id,number,title,issuer,level,date,asks,whom\r\n";
        var row = "luat-72,Luật 72/2025/QH15,Tổ chức chính quyền,Quốc hội,law,2025-06-16,,\r\n";
        uploads.put(EDITOR, Register.DOCUMENTS, bytes(head + row + row.replace("Tổ chức", "Bỏ")
                + "luat-99,a,b,c,law,,d,e\r\n"));

        assertEquals(List.of("[]", "[OF_LIBRARY]", "[GONE]"), uploads.preview(EDITOR, Register.DOCUMENTS)
                .orElseThrow().rows().stream()
                .map(one -> one.flaws().stream().map(Flaw::kind).toList().toString())
                .toList());
    }

    @Test
    void what_is_no_file_of_the_register_is_told_so() {
        var files = new HashMap<FileFlaw.Kind, byte[]>();
        files.put(FileFlaw.Kind.NOT_UTF8, new byte[]{(byte) 0xE9, ',', 'a'});
        files.put(FileFlaw.Kind.EMPTY, bytes(HEAD));
        files.put(FileFlaw.Kind.COLUMN, bytes("title,tên người\r\na,b\r\n"));
        files.put(FileFlaw.Kind.MISSING, bytes("title,field,kind,unit,state\r\na,b,c,d,e\r\n"));
        files.put(FileFlaw.Kind.TOO_MANY, bytes(HEAD + "a,b,c,d,e,f\r\n".repeat(Sheet.MOST + 1)));

        files.forEach((kind, file) -> assertEquals(Optional.of(kind),
                uploads.put(EDITOR, Register.MODELS, file).map(FileFlaw::kind)));
        assertEquals(Optional.empty(), uploads.preview(EDITOR, Register.MODELS));
    }

    @Test
    void columns_may_have_the_names_of_the_page_and_a_mark_at_the_beginning() {
        var preview = previewed("\uFEFFTên việc,Lĩnh vực,Của ai,Nơi làm,Trạng thái,Năm\n"
                + "'=1+1,Kinh tế,Tập thể,Hoành Bồ,Đã đăng ký,2026\n\"Đường\nhoa\",Economy,Collective,"
                + "7030,Registered,2025\n");

        assertEquals(List.of("=1+1", "Đường hoa"),
                preview.rows().stream().map(row -> row.cells().of("title")).toList());
        assertEquals(2, preview.good());
    }

    @Test
    void an_upload_that_nobody_takes_is_dropped_after_a_day() {
        previewed(HEAD + "Nuôi gà,kinh_te,tap_the,07030,dang_ky,2026\r\n");
        assertEquals(0, Uploads.forget(database, clock, false));
        clock.pass(Duration.ofHours(25));
        assertEquals(1, Uploads.forget(database, clock, true));
        assertEquals(1, Uploads.forget(database, clock, false));
        assertEquals(Optional.empty(), uploads.preview(EDITOR, Register.MODELS));
    }

    @Test
    void two_and_a_half_thousand_rows_are_taken_in_a_moment() {
        var file = new StringBuilder(HEAD);
        for (int i = 0; i < 2_500; i++) {
            file.append("Mô hình số ").append(i).append(",kinh_te,tap_the,07030,dang_ky,2026\r\n");
        }
        long begun = System.nanoTime();
        var preview = previewed(file.toString());
        assertEquals(Optional.of(2_500), take(preview, false));
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();

        assertEquals(2_500, models.all().size());
        System.out.printf("2500 rows previewed and taken in %d s%n", seconds);
        assertTrue(seconds < 20, "it took " + seconds + " s");
        assertEquals(1, audit.newest(9).stream().filter(row -> row.deed() == Deed.REGISTER_IMPORTED).count());
    }
}
