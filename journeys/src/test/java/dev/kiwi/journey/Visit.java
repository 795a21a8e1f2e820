package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.ResultType;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One person's browser: notes whatever the console complains of, and measures what they wait for. */
final class Visit implements AutoCloseable {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final String WATCH = """
            window.kiwi = { shift: 0, paint: 0, policy: [] };
            new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.kiwi.shift += e.value; })).observe({ type: "layout-shift", buffered: true });
            new PerformanceObserver(list => list.getEntries().forEach(e => { if (e.name === "first-contentful-paint") window.kiwi.paint = e.startTime; })).observe({ type: "paint", buffered: true });
            document.addEventListener("securitypolicyviolation", e => window.kiwi.policy.push(e.violatedDirective + " " + e.blockedURI));
            """;

    private final BrowserContext context;
    private final Page page;
    private final Look look;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    Visit(Browser browser, Look look) {
        this.look = look;
        context = browser.newContext(look.options());
        context.route("https://cdn.discordapp.com/**", RestOfTheWorld::picture);
        context.addInitScript(WATCH);
        // The portal is dark unless somebody has chosen.
        context.addInitScript("try { localStorage.kiwi_theme ??= '" + look.theme() + "' } catch {}");
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isForeseen(message)) {
                complaints.add(message.text() + " " + message.location() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add(error + " at " + page.url()));
    }

    /** A call that this visit means to be refused. @param path how its address ends */
    Visit foreseeing(String path) {
        refused.add(path);
        return this;
    }

    /** The browser writes a line about each refusal: those of a page that is not there, or that the visit is about. */
    private boolean isForeseen(ConsoleMessage message) {
        // As "http://host/path:line:column".
        String address = message.location().replaceFirst(":\\d+:\\d+$", "");
        return message.text().startsWith("Failed to load resource")
                && (address.equals(page.url()) || refused.stream().anyMatch(address::endsWith));
    }

    Page page() {
        return page;
    }

    Look look() {
        return look;
    }

    /** Opens an address and waits until nothing is loading. */
    Visit open(String url) {
        page.navigate(url);
        return settle();
    }

    Visit settle() {
        page.waitForFunction(
                "() => document.fonts.status === 'loaded'"
                        + " && !document.querySelector('[data-hook=loading]:not([hidden]):not([data-sample] *), [aria-busy=true]:not([data-sample] *)')");
        return this;
    }

    Locator hook(String name) {
        return page.locator("[data-hook=" + name + "]");
    }

    /** No error in the console, nothing that the content policy had to stop, no page wider than its window. */
    Visit assertClean() {
        assertThat(complaints).as("console").isEmpty();
        assertThat((List<?>) page.evaluate("window.kiwi.policy"))
                .as("content policy")
                .isEmpty();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("pixels beyond the right edge of " + page.url()).isLessThanOrEqualTo(0);
        return this;
    }

    /** WCAG 2.2 A and AA as far as a program can see. */
    Visit assertAccessible() {
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of(ResultType.Violations.getKey()));
        List<Rule> found = new AxeBuilder(page)
                .options(violations)
                // In the page itself: it has no frames, and another page to put the frames' answers together costs a
                // second.
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        List<String> serious = found.stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getHtml()))
                .toList();
        assertThat(serious).as("accessibility of " + page.url() + " in " + look).isEmpty();
        return this;
    }

    /** Milliseconds until the first content was seen. */
    double firstPaint() {
        page.waitForFunction("window.kiwi.paint > 0");
        return ((Number) page.evaluate("window.kiwi.paint")).doubleValue();
    }

    /** How far things moved while the page was built. */
    double layoutShift() {
        return ((Number) page.evaluate("window.kiwi.shift")).doubleValue();
    }

    /** Bytes of script on the wire, by whether they draw charts. */
    long scriptBytes() {
        return ((Number) page.evaluate("performance.getEntriesByType('resource').filter(e => e.name.endsWith('.js'))"
                        + ".reduce((sum, e) => sum + e.encodedBodySize, 0)"))
                .longValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
