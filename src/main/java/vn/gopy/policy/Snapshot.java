package vn.gopy.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The files of a folder as they were at one moment, so that what was checked is what is taken.
///
/// @param texts what each file holds, by its name
public record Snapshot(Map<String, String> texts) implements Folder {
    public Snapshot {
        texts = Map.copyOf(texts);
    }

    /// Reads all YAML and TSV files of a folder. Throws [PolicyException] when that cannot be done.
    public static Snapshot of(Path folder) {
        var texts = new HashMap<String, String>();
        try (var files = Files.newDirectoryStream(folder, "*.{yaml,tsv}")) {
            for (var file : files) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException broken) {
            throw new PolicyException("could not read the folder " + folder, broken);
        }
        return new Snapshot(texts);
    }

    /// The same with another text for one file.
    Snapshot with(String name, String text) {
        var others = new HashMap<>(texts);
        others.put(name, text);
        return new Snapshot(others);
    }

    @Override
    public InputStream open(String name) {
        var text = texts.get(name);
        if (text == null) {
            throw new PolicyException(name + " is missing");
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
