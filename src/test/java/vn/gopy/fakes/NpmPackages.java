package vn.gopy.fakes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The stock npm packages that verify webhooks, in a folder of their own outside the repository.
public final class NpmPackages {
    private static final String STANDARD = "standardwebhooks@1.1.1";
    private static final String SVIX = "svix@1.99.1";

    private NpmPackages() {}

    /// Where they are; fetched at the first call. Empty where node, npm or its registry cannot be had.
    public static synchronized Optional<Path> folder() throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("java.io.tmpdir"), "gopy-npm");
        if (!isThere(home)) {
            Files.createDirectories(home);
            try {
                run(home, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix",
                        home.toString(), STANDARD, SVIX);
                run(home, "node", "--version");
            } catch (IOException noSuchProgram) {
                return Optional.empty();
            }
        }
        return Optional.of(home).filter(NpmPackages::isThere);
    }

    private static boolean isThere(Path home) {
        return Files.isDirectory(home.resolve("node_modules/svix"))
                && Files.isDirectory(home.resolve("node_modules/standardwebhooks"));
    }

    /// Runs a program and gives back what it wrote; nothing when it took more than two minutes. Throws where
    /// there is no such program.
    public static String run(Path where, String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("gopy-npm", ".txt");
        var process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        try {
            return process.waitFor(120, TimeUnit.SECONDS)
                    ? Files.readString(output, StandardCharsets.UTF_8)
                    : "";
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
