package dev.kiwi.journey;

import com.microsoft.playwright.Locator;
import java.util.List;

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

    List<String> tabs() {
        return visit.hook("nav").locator("[data-tab]").all().stream()
                .map(tab -> tab.getAttribute("data-tab"))
                .toList();
    }
}
