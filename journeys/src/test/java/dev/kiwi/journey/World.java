package dev.kiwi.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One process and one browser for all journeys of a run. Without a Chromium they are skipped, but not in CI. */
final class World implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final KiwiProcess kiwi;
    private final Playwright playwright;
    private final Browser browser;

    private World(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--host-resolver-rules=MAP *." + KiwiProcess.DOMAIN + " 127.0.0.1",
                                "--unsafely-treat-insecure-origin-as-secure=*." + KiwiProcess.DOMAIN)));
        kiwi = new KiwiProcess();
        makeTheReference();
    }

    /** The first who asks for it waits some seconds after a start; what is measured is the pages of an application that runs. */
    private void makeTheReference() {
        try (Visit visit = visit(Look.DESKTOP_LIGHT)) {
            visit.open(kiwi.docs("/reference"));
        }
    }

    KiwiProcess kiwi() {
        return kiwi;
    }

    Visit visit(Look look) {
        return new Visit(browser, look);
    }

    /** A browser in which no script of a page runs. */
    BrowserContext withoutScript(Look look) {
        return browser.newContext(look.options().setJavaScriptEnabled(false));
    }

    static World start() {
        return new World(chromium().orElseThrow(() -> new IllegalStateException("No Chromium is installed.")));
    }

    /** {@code CHROMIUM} names one, else it is looked for on the path. */
    static Optional<Path> chromium() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return NAMES.stream()
                .flatMap(name ->
                        List.of(System.getenv("PATH").split(":")).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        kiwi.close();
    }

    /** Hands the world to tests; started by the first, ended after the last. */
    static final class Provided implements ParameterResolver {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(World.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            if (System.getenv("CI") == null) {
                Assumptions.assumeTrue(
                        chromium().isPresent(),
                        "no Chromium found: install one or point CHROMIUM to it, and the journeys run");
            }
            return test.getRoot().getStore(NAMESPACE).computeIfAbsent("world", key -> start(), World.class);
        }
    }
}
