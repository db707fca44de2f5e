package vn.gopy.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Debian's Chromium, driven by a test. Whatever a page complains about is kept.
public final class Browsing implements AutoCloseable {
    /// How a reader holds the page.
    public enum Screen {
        PHONE(360, 740, ColorScheme.LIGHT), NARROW(320, 640, ColorScheme.LIGHT), NIGHT(360, 740,
                ColorScheme.DARK),
        LAPTOP(1280, 800,
                ColorScheme.LIGHT),
        LAPTOP_NIGHT(1280, 800, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Screen(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        private Browser.NewContextOptions options() {
            boolean phone = width < 800;
            return new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme)
                    .setHasTouch(phone).setIsMobile(phone).setDeviceScaleFactor(phone ? 2 : 1)
                    .setReducedMotion(ReducedMotion.REDUCE).setLocale("vi-VN");
        }
    }

    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser");
    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");
    private static final String WATCH = """
            window.__csp = [];
            addEventListener('securitypolicyviolation',
                e => window.__csp.push(e.violatedDirective + ' ' + e.blockedURI));
            """;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browsing(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts the browser. Throws with the way out when this machine has none.
    public static Browsing start() {
        var program = program();
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browsing(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program).setArgs(ARGUMENTS)));
    }

    private static Path program() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        for (var name : PROGRAMS) {
            for (var folder : folders) {
                var candidate = Path.of(folder, name);
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        throw new IllegalStateException("the profile 'browser' needs Chromium on the PATH: "
                + "on Debian run 'apt-get install chromium', or leave the profile out");
    }

    /// Opens a window of its own, with nothing remembered from before.
    public BrowserContext window(Screen screen) {
        var window = browser.newContext(screen.options());
        window.addInitScript(WATCH);
        window.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        window.onWebError(error -> complaints.add(error.error()));
        window.setDefaultTimeout(30_000);
        return window;
    }

    /// What pages complained about since this was last asked: console errors and warnings, uncaught errors.
    public List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    /// What the page's security policy refused.
    public static Object refused(Page page) {
        return page.evaluate("window.__csp");
    }

    /// Keeps a picture of the whole page under `target/pictures/`, for people to look at: only where they ask for
    /// it with `-Dgopy.pictures=true`. Drawing a long page is slow on a busy machine and proves nothing.
    public static void picture(Page page, String name) {
        if (Boolean.getBoolean("gopy.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "pictures", name + ".png")));
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
