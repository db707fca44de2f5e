package vn.gopy.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folded;

/// Each line marks what must be found: `{KIND text}`.
class RedactionTest {
    private static final List<String> LINES = List.of(
            "gọi em {PHONE 0912345678} nhé", "sđt {PHONE 0912 345 678}", "{PHONE 0912.345.678}",
            "{PHONE +84 912 345 678}",
            "{PHONE 84912345678} hoặc {PHONE 0203 3825 123}", "{PHONE o912 345 67o}",
            "{PHONE (+84) 912-345-678}",
            "số cũ {PHONE 01234567890}", "{PHONE không chín một hai ba bốn năm sáu bảy tám} gọi sau 5h",
            "dt {PHONE khong chin mot hai 345 678}", "zalo {PHONE 912345678}",
            "{PHONE 0912345678}, {PHONE 0987654321}",
            "{PHONE 0912345678} {PHONE 0987654321}", "cccd {CCCD 022185001234}", "{CCCD 022 185 001 234}",
            "cmnd {CMND 100123456}", "chứng minh nhân dân số {CMND 101 234 567}",
            "hộ chiếu {PASSPORT B1234567}",
            "thẻ BHYT {INS DN4222212345678}", "mã bhxh {INS 2212345678}",
            "stk {BANK 19012345678901} techcombank",
            "{BANK 0011004123456} vietcombank", "mail {EMAIL nguyen.an@gmail.com} nha",
            "face {LINK facebook.com/nguyen.an.92}",
            "xem {LINK https://zalo.me/0912345678}", "tele {LINK @anhnguyen92}",
            "xe {PLATE 14A-123.45} đỗ chắn cổng",
            "bien so {PLATE 14b1 23456}", "{PLATE 29H1-234.56}", "{PLATE 14A12345} lấn làn",
            "sinh ngày {DOB 12/3/1985}",
            "sn {DOB 1990}", "ngày sinh: {DOB 05-06-1972}", "tôi sinh năm {DOB 1962}",
            "tên tôi là {NAME Nguyễn Văn An}",
            "chị {NAME Lan} ở bộ phận một cửa", "anh {NAME Tuấn} rất nhiệt tình",
            "toi la {NAME nguyen thi hoa}",
            "ông {NAME Chìu Quay Nàm} trưởng thôn", "bà {NAME Voòng Thị Mùi}", "gặp anh {NAME tuấn} ở quầy 3",
            "can bo {NAME tran van hung} quat dan", "cô {NAME Phạm Thu Hà} dạy tốt",
            "nhà em {ADDRESS số 12 ngõ 5 đường Trần Phú, tổ 3 khu 2} phường Hà Tu", "{ADDRESS SN 45} phố mới",
            "ở {ADDRESS tổ 5, khu 3} phường Hồng Gai", "nha o {ADDRESS thon 3} xa Quang La",
            "địa chỉ {ADDRESS ngõ 12/5 Lê Lợi}");

    private static final List<String> UNTOUCHED = List.of("nghị quyết 1679/NQ-UBTVQH15",
            "nghị định 178/2024/NĐ-CP",
            "ngày 01/07/2025 sáp nhập", "giá 12.500.000 đồng", "gọi 113, 114, 115 hoặc 1900 9068",
            "hotline 19001234",
            "đường Trần Phú hỏng", "phường Trần Hưng Đạo cũ", "trường Lê Hồng Phong",
            "trường THPT Hoàng Quốc Việt",
            "phố Nguyễn Văn Cừ tắc", "Chủ tịch Hồ Chí Minh", "xã Lê Lợi", "đảo Cô Tô", "dân số 72.012 người",
            "năm 2025 có 54 đơn vị", "khu vực III", "điều 14 khoản 43", "quyết định số 152/TB-UBND",
            "từ 8h đến 17h30",
            "quốc lộ 18 và tỉnh lộ 326", "học sinh lớp 5", "khai sinh cho con", "phát sinh 3 khoản phí",
            "mã xã 06970", "anh em chúng tôi", "bà con nông dân", "cô giáo dạy hay", "ông bà nội",
            "đường số 4 ngập",
            "anh huong den dan", "chi tiet xem o dau", "co quan nao giai quyet", "bac nam deu the",
            "ba thu tuc",
            "chị em phụ nữ", "thôn tôi chưa có nước", "phường Hà Tu bụi", "Nguyễn Du, Nguyễn Trãi là phố đẹp",
            "dichvucong.gov.vn lỗi", "https://quangninh.gov.vn/tin", "tiền 100000000 đồng",
            "thu nhập 5 triệu",
            "cầu Bãi Cháy", "Vân Đồn, Tiên Yên, Ba Chẽ", "Tôi ở Quảng Yên", "kỳ họp thứ 9 Quốc hội khóa XV",
            "bệnh viện Việt Nam Thụy Điển", "công ty than Mạo Khê", "chùa Ba Vàng",
            "tổ công tác số 3 làm tốt");

    @Test
    void personal_data_is_found_to_the_letter() {
        var wrong = LINES.stream().filter(line -> !line.equals(marked(plain(line))))
                .map(line -> line + "  →  " + marked(plain(line))).collect(Collectors.joining("\n"));

        assertEquals("", wrong);
    }

    @Test
    void what_belongs_to_nobody_is_left_alone() {
        var wrong = UNTOUCHED.stream().filter(line -> !line.equals(marked(line))).map(RedactionTest::marked)
                .collect(Collectors.joining("\n"));

        assertEquals("", wrong);
    }

    private static String plain(String line) {
        return line.replaceAll("\\{[A-Z]+ ", "").replace("}", "");
    }

    private static String marked(String text) {
        var marked = new StringBuilder();
        int from = 0;
        for (var span : Redactor.spans(new Tokens(Folded.of(text)), text)) {
            marked.append(text, from, span.start()).append('{').append(span.kind()).append(' ')
                    .append(text, span.start(), span.end()).append('}');
            from = span.end();
        }
        return marked.append(text.substring(from)).toString();
    }
}
