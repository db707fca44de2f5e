package vn.gopy.register;

import java.time.InstantSource;
import java.util.List;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Library;

/// What is told elsewhere of how many documents and models there are: claims of the library, each with its
/// source. They are shown beside a register and never counted into it.
public final class Published {
    private static final List<String> OF_DOCUMENTS = List.of("dan-van.van-ban");
    /// The last one says that nobody independent has judged the models.
    private static final List<String> OF_MODELS = List.of("dan-van.so-mo-hinh", "dan-van.cong-nhan",
            "dan-van.danh-gia");

    private final Library library;
    private final InstantSource clock;

    public Published(Library library, InstantSource clock) {
        this.library = library;
        this.clock = clock;
    }

    /// Those that hold now; a library of other claims may have none.
    public List<Claim> of(Register register) {
        var ids = register == Register.DOCUMENTS ? OF_DOCUMENTS : OF_MODELS;
        return ids.stream().flatMap(id -> library.claim(id, clock.instant()).stream()).toList();
    }

    /// What the bot says with a document as its source.
    public List<Claim> citing(Paper paper) {
        return paper.library() ? library.citing(paper.id(), clock.instant()) : List.of();
    }
}
