package vn.gopy.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Manuscript;
import vn.gopy.policy.Manuscript.Field;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.Snapshot;

/// Asks an editor for a new claim on the console, has it checked, and writes it into its file.
final class PoliciesAdd {
    private final BufferedReader in;
    private final PrintStream out;
    private final Path folder;
    private final Gazetteer gazetteer;

    PoliciesAdd(BufferedReader in, PrintStream out, Path folder, Gazetteer gazetteer) {
        this.in = in;
        this.out = out;
        this.folder = folder;
        this.gazetteer = gazetteer;
    }

    /// Asks until there is no fault left, or the editor gives up; says whether it was written.
    boolean ask(LocalDate today) throws IOException {
        new PolicyFiles(Snapshot.of(folder)).read(); // before anybody types in vain
        var values = new HashMap<String, List<String>>();
        for (var field : Manuscript.FIELDS) {
            values.put(field.name(), answer(field));
        }
        while (true) {
            var files = Snapshot.of(folder);
            var claim = new Manuscript(values);
            var faults = claim.faults(files, gazetteer, today);
            if (faults.isEmpty()) {
                write(claim.file(), claim.placed(files, today));
                return true;
            }
            faults.forEach(out::println);
            if (!mended(values)) {
                out.println("nothing written");
                return false;
            }
        }
    }

    private boolean mended(Map<String, List<String>> values) throws IOException {
        out.print("field to mend (empty: give up): ");
        var name = line();
        var field = Manuscript.FIELDS.stream().filter(one -> one.name().equals(name)).findFirst();
        if (field.isPresent()) {
            values.put(name, answer(field.get()));
        }
        return field.isPresent();
    }

    private List<String> answer(Field field) throws IOException {
        out.print(field.name() + " (" + field.hint()
                + (field.several() ? "; one a line, an empty line ends" : "") + "): ");
        var answers = new ArrayList<String>();
        var line = line();
        while (!line.isEmpty()) {
            answers.add(line);
            line = field.several() ? line() : "";
        }
        return answers;
    }

    /// The next line; empty at the end of all.
    private String line() throws IOException {
        var line = in.readLine();
        return line == null ? "" : line.strip();
    }

    /// In one move, so that a service that looks at the folder never reads half a file.
    private void write(String name, String text) throws IOException {
        var fresh = folder.resolve(name + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        out.println("written into " + folder.resolve(name));
    }
}
