package vn.gopy.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The files of a folder as they were at one moment, so that what was checked is what is taken.
///
/// @param texts what each file holds, by its name
public record Snapshot(Map<String, String> texts) implements Folder {
    /// How a file of claims begins that stands beside one of its subject.
    public static final String CLAIMS = "claims:\n";
    private static final List<String> OTHERS = List.of("library.yaml", "documents.yaml", "words.yaml",
            "units.yaml", "judge.yaml", "lint.yaml");

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

    /// The documents and claims that came with the program, read once. Its written questions are not held: only
    /// teaching reads them.
    public static Snapshot shipped() {
        return Shipped.WHOLE;
    }

    private static final class Shipped {
        static final Snapshot WHOLE = read();
    }

    private static Snapshot read() {
        var folder = Folder.shipped();
        var names = new ArrayList<>(OTHERS);
        PolicyFiles.subjects(folder).forEach(subject -> names.add(subject + ".yaml"));
        var texts = new HashMap<String, String>();
        for (var name : names) {
            try (var stream = folder.open(name)) {
                texts.put(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new PolicyException("could not read " + name, broken);
            }
        }
        return new Snapshot(texts);
    }

    /// The same with more claims at the end of their files. Throws [PolicyException] for a file that is not here
    /// or does not begin with the line [#CLAIMS].
    public Snapshot joined(Snapshot more) {
        var joined = this;
        for (var name : new TreeSet<>(more.texts.keySet())) {
            var text = more.texts.getOrDefault(name, "");
            var here = texts.get(name);
            if (here == null || !text.startsWith(CLAIMS)) {
                throw new PolicyException(name + " beside: is no file of claims for a subject that is known");
            }
            joined = joined.with(name,
                    here + (here.endsWith("\n") ? "" : "\n") + text.substring(CLAIMS.length()));
        }
        return joined;
    }

    /// The same with another text for one file.
    Snapshot with(String name, String text) {
        var others = new HashMap<>(texts);
        others.put(name, text);
        return new Snapshot(others);
    }

    @Override
    public InputStream open(String name) throws IOException {
        var text = texts.get(name);
        if (text == null && name.equals(DevQuestion.FILE)) {
            return Folder.shipped().open(name);
        }
        if (text == null) {
            throw new PolicyException(name + " is missing");
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
