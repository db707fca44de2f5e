package vn.gopy.export;

import java.util.List;
import vn.gopy.release.Line;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Release;

/// A kind of file in which figures can be taken home.
public interface Export {
    /// What the file's name ends in, without the dot.
    String ending();

    String mediaType();

    /// The file: these figures and groups of questions of a release, with the release's id and hash in it.
    byte[] write(Release release, List<Line> lines, List<OpenQuestion> unanswered);

    /// Whether the same figures always make the same bytes.
    default boolean alwaysSameBytes() {
        return true;
    }
}
