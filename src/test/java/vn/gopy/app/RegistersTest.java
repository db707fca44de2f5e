package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.official.Visitor;

/// The registers in the whole house: kept by an editor, read by everybody.
class RegistersTest {
    private static final String HEAD = "title,field,kind,unit,state,year\r\n";

    @TempDir
    Path data;

    private WholeHouse house;
    private Visitor editor;
    private Visitor nobody;

    @BeforeEach
    void open() {
        house = new WholeHouse(data, Map.of());
        editor = house.guest("editor");
        nobody = house.guest("nobody");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> add(String title) {
        return editor.post("/registers/models", "title", title, "field", "kinh_te", "kind", "ca_nhan", "unit",
                "07030", "state", "cong_nhan", "year", "2025");
    }

    private HttpResponse<String> upload(String register, String text) {
        return editor.upload("/registers/" + register + "/file", "file", text);
    }

    private String stamp() {
        var found = Pattern.compile("name=\"stamp\" value=\"([0-9a-f]{8})\"")
                .matcher(editor.get("/registers/models/file").body());
        assertTrue(found.find());
        return found.group(1);
    }

    private JsonNode json(String path) throws IOException {
        return new JsonMapper().readTree(nobody.get(path).body());
    }

    @Test
    void what_an_editor_adds_everybody_reads_until_it_is_withdrawn() {
        assertEquals(303, add("Trồng rừng <b>gỗ lớn</b>").statusCode());
        assertEquals(422, add("trong rung <b>go lon</b>").statusCode());
        var list = nobody.get("/models?q=trong+rung&field=kinh_te&unit=07030&year=2025&kind=all").body();
        assertTrue(list.contains("Trồng rừng &lt;b&gt;gỗ lớn&lt;/b&gt;"), list);
        assertTrue(nobody.get("/models/2").body().contains("phường Hoành Bồ"));

        assertEquals(303,
                editor.post("/registers/models/2", "do", "withdraw", "revision", "1").statusCode());
        assertEquals(404, nobody.get("/models/2").statusCode());
        assertFalse(nobody.get("/models").body().contains("gỗ lớn"));
        assertTrue(editor.get("/registers/models/2?lang=en").body().contains("Withdrawn"));
        assertEquals(422, editor.post("/registers/models/2", "do", "erase", "revision", "1").statusCode());
        assertEquals(303, editor.post("/registers/models/2", "do", "erase", "revision", "2").statusCode());
        assertFalse(editor.get("/registers/models/2").body().contains("gỗ lớn"));
    }

    @Test
    void documents_of_the_library_are_there_with_what_the_bot_says_of_them() {
        var list = nobody.get("/documents?q=1679").body();
        assertTrue(list.contains("href=\"/documents/nq-1679\""), list);
        assertFalse(list.contains("href=\"/documents/nq-202-2025\""), list);
        assertFalse(nobody.get("/documents?q=lao+dong").body().contains("báo Lao Động"), "no document");
        var one = nobody.get("/documents/cv-43-bcd").body();
        assertTrue(one.contains("Không thu phí của người phải đổi giấy tờ vì sắp xếp."), one);
        assertTrue(one.contains("các bộ"), one);
        assertTrue(one.contains("Trung ương yêu cầu các bộ không thu phí"), one);
        assertTrue(
                nobody.get("/documents/nd-13-2023").body().contains("hết hiệu lực từ sau ngày 31/12/2025"));
    }

    @Test
    void published_totals_stand_apart_and_are_never_counted() throws IOException {
        add("Nuôi ngao");
        var page = nobody.get("/models").body();
        var box = page.substring(page.indexOf("<aside"), page.indexOf("</aside>"));
        for (var told : List.of("2.500", "1.400", "1.179", "221", "bài báo về dân vận Quảng Ninh")) {
            assertTrue(box.contains(told), told);
            assertFalse(page.replace(box, "").contains(told), told);
        }
        var answer = json("/api/v1/models");
        assertEquals(2, answer.path("totals").path("registered").asInt());
        assertEquals(1, answer.path("totals").path("recognised_individuals").asInt());
        assertEquals(List.of("dan-van.so-mo-hinh", "dan-van.cong-nhan", "dan-van.danh-gia"),
                answer.path("published").findValuesAsText("id"));
    }

    @Test
    void a_file_is_previewed_before_anything_is_written() {
        var sheet = HEAD + "Nuôi ngao,Kinh tế,Tập thể,Hoành Bồ,Đã đăng ký,2026\r\n"
                + "Vườn của ông Nguyễn Văn Tám,kinh_te,ca_nhan,07030,cong_nhan,2026\r\n";
        assertEquals(303, upload("models", sheet).statusCode());
        var preview = editor.get("/registers/models/file").body();
        assertTrue(preview.contains("Dòng 3"), preview);
        assertTrue(preview.contains("Sổ không ghi tên người"), preview);
        assertFalse(preview.contains("value=\"all\""), preview);

        assertEquals(422,
                editor.post("/registers/models/file/take", "do", "all", "stamp", stamp()).statusCode());
        assertFalse(nobody.get("/models").body().contains("ngao"));
        assertEquals(303,
                editor.post("/registers/models/file/take", "do", "good", "stamp", stamp()).statusCode());
        assertTrue(nobody.get("/models?q=nuoi+ngao").body().contains("Nuôi ngao"));
        assertFalse(nobody.get("/models").body().contains("ông Nguyễn"));
    }

    @Test
    void what_is_exported_can_be_uploaded_again_and_changes_nothing() {
        add("=HYPERLINK(\"x\"), \"vườn\"");
        add("Đường hoa");
        var models = nobody.get("/api/v1/models.csv");
        assertTrue(models.body().startsWith("\uFEFFid,title,field,kind,unit,state,year\r\n"), models.body());
        assertTrue(models.body().contains("\"'=HYPERLINK(\"\"x\"\"), \"\"vườn\"\"\""), models.body());
        for (var register : List.of("models", "documents")) {
            assertEquals(303,
                    upload(register, nobody.get("/api/v1/" + register + ".csv").body()).statusCode());
            var preview = editor.get("/registers/" + register + "/file?lang=en").body();
            assertTrue(preview.contains("<strong>0</strong> new rows"), preview);
            assertTrue(preview.contains("<strong>0</strong> changed rows"), preview);
            assertTrue(preview.contains("<strong>0</strong> wrong rows"), preview);
        }
    }

    @ParameterizedTest
    @CsvSource({"Nguyễn Văn Tám nuôi gà,true", "Gương bà Trần Thị Lan,true",
            "Gọi 0912345678 để học nuôi gà,true",
            "Nuôi gà Tiên Yên,false", "Bảo vệ biên giới ở Móng Cái,false",
            "Học tập và làm theo tấm gương Hồ Chí Minh,false", "Đường hoa Lê Lợi,false",
            "Tổ tự quản đường phố Trần Hưng Đạo,false", "Trường THCS Nguyễn Văn Cừ xanh sạch,false",
            "Hợp tác xã gà Quảng Tân,false", "Xã Đầm Hà: nhà sạch vườn đẹp,false",
            "Mô Hình Camera An Ninh,false", "Thanh niên Bình Liêu bỏ hủ tục,false"})
    void a_title_that_names_a_person_beyond_doubt_is_refused(String title, boolean refused) {
        var answer = add(title);

        assertEquals(refused ? 422 : 303, answer.statusCode(), title);
        assertEquals(refused, answer.body().contains("Sổ không ghi tên người: xin nói việc"), title);
    }

    @Test
    void what_no_register_asks_for_is_refused() {
        assertEquals(400, nobody.get("/models?field=all&colour=red").statusCode());
        assertEquals(400, nobody.get("/models?field=du_lich").statusCode());
        assertEquals(400, nobody.get("/models?unit=99999").statusCode());
        assertEquals(400, nobody.get("/documents?level=king").statusCode());
        assertEquals(400, nobody.get("/documents?page=0").statusCode());
        assertEquals(200, nobody.get("/documents?q=&level=all&force=all").statusCode());
        assertEquals(404, nobody.get("/documents/nothing").statusCode());
        assertEquals(404, editor.get("/registers/colours").statusCode());
        assertEquals(404, editor.get("/registers/models/99").statusCode());
        assertEquals(415, editor.post("/registers/models/file", "file", "x").statusCode());
        assertEquals(400, editor.upload("/registers/models/file", "other", HEAD).statusCode());
        assertEquals(422, upload("models", HEAD).statusCode());
    }
}
