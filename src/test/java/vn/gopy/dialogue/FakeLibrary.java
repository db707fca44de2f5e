package vn.gopy.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.policy.*;
import vn.gopy.text.*;

final class FakeLibrary implements Library {
    private static Claim claim(String id, String text) {
        return new Claim(id, "x", Map.of(Language.VIETNAMESE, text),
                Map.of(Language.VIETNAMESE, text),
                Map.of(), List.of(new Source("nq1679", "NQ 1679/NQ-UBTVQH15", "1", "44",
                        Optional.of(LocalDate.of(2025, 7, 1)), LocalDate.of(2026, 11, 23))),
                Claim.Certainty.TEXT, Optional.empty(), List.of());
    }

    @Override
    public Finding find(String question, Language language, Optional<String> context) {
        var t = Folding.fold(question);
        if (t.contains("so do")) {
            return new Finding.Answer(List.of(claim("so-do", "Không bắt buộc đổi sổ đỏ."),
                    claim("so-do-2", "Muốn đổi thì được miễn phí.")));
        }
        if (t.contains("giay")) {
            return new Finding.Suggest(List.of(claim("so-do", "Không bắt buộc đổi sổ đỏ."),
                    claim("khai-sinh", "Giấy khai sinh vẫn dùng được.")));
        }
        return new Finding.None();
    }

    @Override
    public Optional<Claim> claim(String id) {
        return Optional.of(claim(id, "Câu của mục " + id + "."));
    }

    @Override
    public List<Claim> card(UnitId unit) {
        return List.of(claim("place.new-of." + unit.code(), "Đơn vị này nay thuộc phường mới."));
    }

    @Override
    public String version() {
        return "1";
    }
}
