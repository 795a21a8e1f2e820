package dev.kiwi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The portal as its superuser sees it. */
final class Portal {
    private final KiwiProcess kiwi;
    private final Visit visit;

    Portal(KiwiProcess kiwi, Visit visit) {
        this.kiwi = kiwi;
        this.visit = visit;
    }

    void logIn() {
        visit.open(kiwi.portal("/"));
        Locator form = visit.hook("login-form");
        form.locator("[name=email]").fill(KiwiProcess.ADMIN);
        form.locator("[name=password]").fill(KiwiProcess.PASSWORD);
        form.locator("[type=submit]").click();
        visit.hook("tab-body").waitFor();
        visit.settle();
    }

    /** Shows a tab anew, and waits until it has loaded. */
    void open(String tab) {
        Page page = visit.page();
        page.evaluate("id => { location.hash = id }", tab);
        page.locator("#tab-body[data-tab=" + tab + "]").waitFor();
        visit.settle();
    }

    List<String> tabs() {
        return visit.hook("nav").locator("[data-tab]").all().stream()
                .map(tab -> tab.getAttribute("data-tab"))
                .toList();
    }

    /** @param secret what programs send */
    record Minted(String id, String secret) {}

    /** By a call of the API. */
    Minted mint(String name) {
        String made = post("/tokens", session(), Map.of("name", name, "scopes", 0));
        return new Minted(field(made, "id"), field(made, "token"));
    }

    /** A read with a token, whatever it answers. */
    void read(String path, Minted token) {
        visit.page()
                .context()
                .request()
                .get(kiwi.site(path), RequestOptions.create().setHeader("Authorization", "Bearer " + token.secret()));
    }

    /** By a call of the API. */
    void revoke(Minted token, String reason) {
        post("/tokens/" + token.id() + "/revoke", session(), Map.of("reason", reason));
    }

    private String session() {
        return field(
                post("/auth/login", null, Map.of("email", KiwiProcess.ADMIN, "password", KiwiProcess.PASSWORD)),
                "access_token");
    }

    private String post(String path, @Nullable String session, Map<String, Object> body) {
        RequestOptions options = RequestOptions.create().setData(body);
        if (session != null) {
            options.setHeader("Authorization", "Bearer " + session);
        }
        APIResponse answer = visit.page().context().request().post(kiwi.site(path), options);
        assertThat(answer.ok()).as(path + " " + answer.text()).isTrue();
        return answer.text();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(name + " in an answer").isTrue();
        return found.group(1);
    }
}
