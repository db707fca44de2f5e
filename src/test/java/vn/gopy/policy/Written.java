package vn.gopy.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Folders of policies that a test writes.
final class Written {
    private Written() {}

    /// The shipped folder with another file of claims on what changed: the subject `tin-gia`.
    static Folder with(String claims) {
        var file = "topic: an_ninh\nchecked: 2026-11-23\nfrom: 2025-07-01\nclaims:\n" + claims;
        return over(Map.of("tin-gia.yaml", file, "library.yaml", "subjects: [tin-gia]"));
    }

    /// The shipped folder with some files replaced.
    static Folder over(Map<String, String> files) {
        return name -> files.containsKey(name)
                ? new ByteArrayInputStream(files.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8))
                : Folder.shipped().open(name);
    }

    static String claim(String id, String vi, String more) {
        return """
                  - id: %s
                    vi: "%s"
                    en: "Something about %s."
                    title: {vi: "Hỏi %s?", en: "Ask %s?"}
                    asked: [con mèo trèo cây cau %s, chuột đi chợ xa %s, mua mắm mua muối %s]
                %s
                """.formatted(id, vi, id, id, id, id, id, id, more.indent(4)).replace("\n\n", "\n");
    }
}
