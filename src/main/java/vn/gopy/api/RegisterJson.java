package vn.gopy.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Claim;
import vn.gopy.register.Model;
import vn.gopy.register.Models;
import vn.gopy.register.Paper;
import vn.gopy.text.Language;

/// Registers as JSON. What was published elsewhere stands under a name of its own, as claims with their source.
final class RegisterJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RegisterJson() {}

    static ObjectNode papers(Slice<Paper> slice, List<Claim> published) {
        var answer = JSON.createObjectNode();
        var list = answer.putArray("documents");
        slice.items().forEach(paper -> list.add(paper(paper)));
        claims(answer.putArray("published"), published);
        return answer.put("next", slice.next().orElse(null));
    }

    private static ObjectNode paper(Paper paper) {
        return JSON.createObjectNode().put("id", paper.id()).put("number", paper.number())
                .put("title", paper.title()).put("issuer", paper.issuer()).put("level", paper.level())
                .put("date", paper.date().map(LocalDate::toString).orElse(null))
                .put("from", paper.from().map(LocalDate::toString).orElse(null))
                .put("until", paper.until().map(LocalDate::toString).orElse(null))
                .put("asks", paper.asks()).put("whom", paper.whom()).put("library", paper.library());
    }

    /// @param all of the register, which the totals count
    static ObjectNode models(Slice<Model> slice, List<Model> all, List<Claim> published) {
        var answer = JSON.createObjectNode();
        var totals = Models.totals(all, Optional.empty());
        answer.putObject("totals").put("registered", totals.registered())
                .put("recognised", totals.recognised())
                .put("recognised_collectives", totals.collectives())
                .put("recognised_individuals", totals.individuals());
        var list = answer.putArray("models");
        slice.items().forEach(model -> list.addObject().put("id", model.id()).put("title", model.title())
                .put("field", model.field()).put("kind", model.kind())
                .put("unit", model.unit().map(UnitId::code).orElse(null)).put("state", model.state())
                .put("year", model.year()));
        claims(answer.putArray("published"), published);
        return answer.put("next", slice.next().orElse(null));
    }

    private static void claims(ArrayNode list, List<Claim> claims) {
        claims.forEach(claim -> {
            var node = list.addObject().put("id", claim.id()).put("vi", claim.text(Language.VIETNAMESE))
                    .put("en", claim.text(Language.ENGLISH));
            var sources = node.putArray("sources");
            claim.sources().forEach(source -> sources.addObject().put("title", source.title())
                    .put("checked", source.checkedOn().toString()));
        });
    }
}
