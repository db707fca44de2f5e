package vn.gopy.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.Gazetteer;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Our files in a real spreadsheet program (contracts.md section 5, row 6). Needs LibreOffice, which `.ci/run`
/// installs; on Debian `apt-get install --no-install-recommends libreoffice-calc-nogui`.
class OfficeSuiteTest {
    private static final Pattern FORMULA = Pattern.compile("table:formula=\"([^\"]*)\"");
    /// How the program writes down the words `true` and `false` of a CSV.
    private static final Set<String> TRUTHS = Set.of("of:=TRUE()", "of:=FALSE()");
    /// Of a file of ours, a cell with words.
    private static final Pattern WORDS = Pattern.compile("office:value-type=\"string\"");

    @TempDir
    Path folder;

    @Test
    void row_6_a_spreadsheet_program_sees_no_formula_in_our_files() throws Exception {
        var program = program();
        assumeTrue(program.isPresent(), "LibreOffice (soffice) is not on the PATH: our files were re-read by "
                + "libraries alone, not by a spreadsheet program");
        var gazetteer = Gazetteer.open("quang-ninh");
        var codebook = new Codebook(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)),
                gazetteer);
        var csv = new CsvExport(gazetteer, false).write(FormulaTest.RELEASE, List.of(), FormulaTest.GROUPS);
        var book = new XlsxExport(gazetteer, codebook, false).write(FormulaTest.RELEASE, List.of(),
                FormulaTest.GROUPS);
        var control = "a,b\r\n=1+1,=SUM(A1:A2)\r\n".getBytes(StandardCharsets.UTF_8);

        assertEquals(2, FORMULA.matcher(reread(program.get(), "control.csv", control)).results().count(),
                "what is a formula must be seen as one, or this proves nothing");
        for (var file : List.of(reread(program.get(), "figures.csv", csv),
                reread(program.get(), "figures.xlsx", book))) {
            assertEquals(List.of(), FORMULA.matcher(file).results().map(hit -> hit.group(1))
                    .filter(formula -> !TRUTHS.contains(formula)).toList());
            assertTrue(WORDS.matcher(file).results().count() > FormulaTest.HOSTILE.size());
            assertFalse(file.contains("office:value-type=\"error\""));
        }
    }

    private static Optional<Path> program() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)).stream()
                .map(folder -> Path.of(folder, "soffice")).filter(Files::isExecutable).findFirst();
    }

    /// The file as the program understands it: flat OpenDocument, where a formula is an attribute of its cell.
    private String reread(Path program, String name, byte[] bytes) throws Exception {
        var file = Files.write(folder.resolve(name), bytes);
        var out = Files.createDirectories(folder.resolve("out"));
        // 44: comma; 34: quote; 76: UTF-8; then: formulas are evaluated, as a careless reader has it
        var run = new ProcessBuilder(program.toString(), "--headless", "--norestore",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--infilter=" + (name.endsWith("csv")
                        ? "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true"
                        : "Calc Office Open XML"),
                "--convert-to", "fods", "--outdir", out.toString(), file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile()).start();
        try {
            assertTrue(run.waitFor(120, TimeUnit.SECONDS), "LibreOffice did not end");
        } finally {
            run.destroyForcibly();
        }
        var log = Files.readString(folder.resolve("log.txt"));
        var flat = out.resolve(name.replaceAll("\\..*", ".fods"));
        assertTrue(Files.exists(flat), log);
        var text = Files.readString(flat);
        Files.delete(flat);
        return text;
    }
}
