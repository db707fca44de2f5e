package vn.gopy.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.gopy.place.Candidate;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitFinder;

/// Reads typed names of units, one a line, and writes what each may mean.
@Command(name = "place", mixinStandardHelpOptions = true, description = {
        "Reads names of units from standard input, one a line, as people type them.",
        "Writes TSV: text, candidates (old:CODE, new:CODE, district:NAME), the likelier first."})
final class PlaceCommand implements Callable<Integer> {
    private final InputStream in;
    private final OutputStream out;

    @Mixin
    private final Options options = new Options();

    PlaceCommand() {
        this(System.in, System.out);
    }

    PlaceCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        var finder = UnitFinder.of(Gazetteer.open(options.settings().text("province")));
        Rows.write(in, out, "text\tcandidates", line -> {
            var ids = finder.find(line).stream().flatMap(PlaceCommand::ids).distinct();
            return List.of(line, ids.collect(Collectors.joining(" ")));
        });
        return 0;
    }

    /// A place outside the province has no code.
    private static Stream<String> ids(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfUnit(var unit, _) -> Stream.of(unit.id().toString());
            case Candidate.OfDistrict district -> Stream.of("district:" + district.slug());
            case Candidate.OfOlderName(var name) ->
                Stream.concat(name.now().stream(), Stream.of(name.became()))
                        .map(Unit::id).map(Object::toString);
            case Candidate.OfHamlet(var hamlet, _) -> Stream.of(hamlet.to(), hamlet.from()).map(Unit::id)
                    .map(Object::toString);
            case Candidate.Outside _ -> Stream.empty();
        };
    }
}
