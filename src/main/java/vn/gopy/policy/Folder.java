package vn.gopy.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where documents and claims lie: the shipped ones inside the jar, or a folder of the operator's.
public interface Folder {
    /// Opens a file by its name. Throws [PolicyException] when there is none.
    InputStream open(String name) throws IOException;

    /// The documents and claims that came with the program.
    static Folder shipped() {
        return name -> {
            var stream = Folder.class.getResourceAsStream("/config/policies/" + name);
            if (stream == null) {
                throw new PolicyException("config/policies/" + name + " is missing");
            }
            return stream;
        };
    }

    static Folder at(Path path) {
        return name -> {
            if (!Files.isRegularFile(path.resolve(name))) {
                throw new PolicyException(path.resolve(name) + " is missing");
            }
            return Files.newInputStream(path.resolve(name));
        };
    }
}
