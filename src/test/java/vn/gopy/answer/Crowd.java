package vn.gopy.answer;

import java.util.List;

/// Questions as many people would type them; each list asks for one thing.
final class Crowd {
    static final List<String> BRIDGE = List.of("bao giờ thì cầu treo qua suối được làm lại?",
            "cầu treo bao giờ làm lại vậy", "cau treo qua suoi bao gio lam lai",
            "Khi nào làm lại cầu treo ạ?", "cho hỏi cầu treo qua suối bao giờ mới sửa",
            "cầu treo hỏng bao giờ được làm lại?", "xin hỏi bao giờ làm lại cầu treo qua suối",
            "cau treo bi lu cuon, bao gio lam lai", "cầu treo qua suối bao giờ xây lại ạ",
            "ad ơi cầu treo bao giờ làm lại thế", "cầu treo qua suối xã mình bao giờ làm lại",
            "Bao giờ xã làm lại cầu treo?");
    static final List<String> ALIKE = List.of("bao giờ làm lại cầu treo qua suối?",
            "cau treo qua suoi bao gio lam lai", "cầu treo qua suối xã mình bao giờ làm lại");
    static final List<String> POWER = List.of("lịch cắt điện tuần này thế nào", "tuần này cắt điện ngày nào",
            "lich cat dien tuan nay", "cho xem lịch cắt điện tuần này ạ", "hôm nào cắt điện vậy",
            "tuần này có lịch cắt điện không?", "xin lịch cắt điện tuần này",
            "lịch cắt điện tuần này ở xã mình", "cat dien ngay nao tuan nay v",
            "cho hỏi lịch cắt điện của tuần này", "lịch cắt điện tuần này là ngày nào?",
            "tuần này lịch cắt điện ra sao");
    static final List<String> FERRY = List.of("phà ra đảo mấy giờ chạy?", "giờ chạy phà ra đảo",
            "pha ra dao may gio chay", "chuyến phà ra đảo cuối cùng mấy giờ", "phà đi đảo chạy lúc mấy giờ ạ",
            "hôm nay phà ra đảo chạy mấy giờ", "cho hỏi giờ phà chạy ra đảo", "phà ra đảo chạy giờ nào",
            "mấy giờ có phà ra đảo", "lịch phà ra đảo mấy giờ", "pha ra dao chay may gio v",
            "phà ra đảo mấy giờ thì chạy");

    private Crowd() {}
}
