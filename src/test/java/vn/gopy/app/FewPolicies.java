package vn.gopy.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One claim among the shipped documents and words: a library that is looked through in no time.
final class FewPolicies {
    private FewPolicies() {}

    static void write(Path folder) throws IOException {
        try (var shipped = Files.newDirectoryStream(Path.of("config/policies"))) {
            for (var file : shipped) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("library.yaml"), "subjects: [tin-gia]");
        Files.writeString(folder.resolve("tin-gia.yaml"), """
                checked: 2026-10-01
                from: 2025-07-01
                claims:
                  - id: tin-gia.muc-phat
                    vi: Đăng tin sai bị phạt từ 10 triệu đồng.
                    en: Whoever spreads false news is fined.
                    title: {vi: "Tin giả phạt bao nhiêu?", en: "Fine for false news?"}
                    source: nd-15-2020 101 via tvpl
                    asked: [đăng tin giả phạt bao nhiêu, tung tin sai bị phạt thế nào, fine for fake news]
                """);
    }
}
