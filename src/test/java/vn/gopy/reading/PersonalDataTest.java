package vn.gopy.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folded;

class PersonalDataTest {
    @Test
    void development() throws IOException {
        figures("held", false);
        figures("development", true);
        var touched = Corpus.read(Path.of("config/training/opinions")).stream().filter(e -> !Redactor.spans(new Tokens(Folded.of(e.text())), e.text()).isEmpty()).toList();
        System.out.println("opinions touched " + touched.size());
        int bare = 0;
        for (var e : Corpus.read(Path.of("config/training/opinions"))) {
            var text = e.text();
            var plain = MarkedLine.parse("v\t" + text.replace("[[", "")).bare().text();
            var typed = Redactor.spans(new Tokens(Folded.of(text)), text);
            var folded = Redactor.spans(new Tokens(Folded.of(plain)), plain);
            bare += folded.isEmpty() ? 0 : 1;
            if (!typed.isEmpty() || !folded.isEmpty()) {
                System.out.println("O " + typed.stream().map(s -> s.kind() + " " + text.substring(s.start(), s.end())).toList()
                    + folded.stream().map(s -> s.kind() + " " + plain.substring(s.start(), s.end())).toList() + " " + text);
            }
        }
        System.out.println("bare opinions touched " + bare);
    }
    void figures(String half, boolean mistakes) throws IOException {
        var lines = MarkedLine.read(Path.of("config/training/personal/" + half + ".tsv"));
        System.out.println(half);
        for (var some : List.of(lines, lines.stream().map(MarkedLine::bare).toList())) {
            var masking = Masking.of(some);
            for (var group : Masking.Group.values()) {
                System.out.printf("%s %d %.3f %.3f%n", group, masking.size(group), masking.recall(group), masking.recallOfKind(group));
            }
            System.out.printf("touched %.3f needless %.3f%n", masking.touched(), masking.needless());
            if (mistakes) masking.mistakes().forEach(System.out::println);
        }
    }
}
