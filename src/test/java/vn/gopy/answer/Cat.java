package vn.gopy.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.gopy.policy.Folder;

/// What an editor wrote about a cat, among the claims on rumours.
public final class Cat {
    private static final String CLAIM = """
              - id: tin-gia.meo
                vi: "Con mèo trèo cây cau xuống lúc trời tối."
                en: "The cat comes down from the palm at dusk."
                source: nd-15-2020 101 via tvpl
                title: {vi: "Mèo bao giờ xuống?", en: "When does the cat come down?"}
                asked: [con mèo trèo cây cau bao giờ xuống, mèo trên cây cau bao giờ xuống, "when does the cat come down from the palm"]
            """;

    private Cat() {}

    /// The file of claims that holds it.
    public static String file() {
        try (var shipped = Folder.shipped().open("tin-gia.yaml")) {
            return new String(shipped.readAllBytes(), StandardCharsets.UTF_8) + CLAIM;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The shipped folder, with it.
    static Folder folder() {
        return name -> name.equals("tin-gia.yaml")
                ? new ByteArrayInputStream(file().getBytes(StandardCharsets.UTF_8))
                : Folder.shipped().open(name);
    }
}
