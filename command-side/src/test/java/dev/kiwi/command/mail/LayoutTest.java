package dev.kiwi.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.mail.QueueRateLimitDigest;
import dev.kiwi.command.mail.Draft.Button;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How messages look and what they say, platform.md 18.1. */
class LayoutTest {
    private final MailSettings.Site site = PostOffice.settings(null).site();
    private final Layout layout = new Layout(site);
    private final Drafts drafts = new Drafts(site);

    @Test
    void theTextIsTheParagraphsTheLinkAndTheNote() {
        Draft draft = Draft.of(MailKind.VERIFY_EMAIL, "Title", "One.", "Two.")
                .with(new Button("Click", "https://kiwi.example/?a=1&b=2"))
                .withNote("Small print.");
        assertThat(layout.of(draft).text())
                .isEqualTo("One.\n\nTwo.\n\nClick: https://kiwi.example/?a=1&b=2\n\nSmall print.");
    }

    @Test
    void thePageHasEverythingAndTheRawLinkBelowTheButton() {
        Draft draft = Draft.of(MailKind.VERIFY_EMAIL, "Title", "One.", "Two.")
                .with(new Button("Click", "https://kiwi.example/?a=1"))
                .withNote("Small print.");
        String html = layout.of(draft).html();
        assertThat(html)
                .contains("Kiwi API", ">Title</h1>", ">One.</p>", ">Two.</p>", ">Click</a>", ">Small print.</p>")
                .contains("href=\"https://dev.example\"", "href=\"https://docs.example\"")
                .doesNotContain("{{");
        assertThat(html.split("https://kiwi.example", -1))
                .as("in the button and below it")
                .hasSize(3);
    }

    @Test
    void withoutButtonAndNoteThereIsNoPlaceForThem() {
        LaidOut plain = layout.of(Draft.of(MailKind.VERIFY_EMAIL, "Title", "One."));
        assertThat(plain.text()).isEqualTo("One.");
        assertThat(plain.html().split("<p ", -1))
                .as("the paragraph and the footer")
                .hasSize(3);
    }

    @Test
    void whatUsersWriteIsEscapedAndStaysOnItsLine() {
        LaidOut message = layout.of(
                drafts.tokenCreated("<b>x</b>\r\n\r\nBcc: all@evil.example\u2028\u202Eevil\u0000", "kiwi_abcdefgh"));
        assertThat(message.html()).contains("&lt;b&gt;x&lt;/b&gt;").doesNotContain("<b>");
        assertThat(message.text().lines().filter(line -> line.startsWith("Bcc")))
                .isEmpty();
        assertThat(message.text()).contains("“<b>x</b> Bcc: all@evil.example evil” (kiwi_abcdefgh…)");
        assertThat(message.subject()).isEqualTo("A new API token");
    }

    @Test
    void anExpiryIsTodayOrInSomeDays() {
        assertThat(layout.of(drafts.tokenExpiring("bot", "kiwi_a", 0)).text()).contains("expires today.");
        assertThat(layout.of(drafts.tokenExpiring("bot", "kiwi_a", 1)).text()).contains("expires in 1 day.");
        assertThat(layout.of(drafts.tokenExpiring("bot", "kiwi_a", 7)).text())
                .contains("expires in 7 days.")
                .contains("Open the portal: https://dev.example");
    }

    @Test
    void aNewSignInNamesDeviceAndAddress() {
        assertThat(layout.of(drafts.newSignIn("Firefox on Linux", "203.0.113.7"))
                        .text())
                .contains("Firefox on Linux", "203.0.113.7");
        assertThat(layout.of(drafts.newSignIn(null, null)).text()).contains("Device: unknown. Address: unknown.");
    }

    @Test
    void everyNoticeSaysWhatToDoWhenItWasSomebodyElse() {
        List<Draft> notices = List.of(
                drafts.newSignIn(null, null),
                drafts.passwordChanged(),
                drafts.tokenCreated("bot", "kiwi_a"),
                drafts.tokenRotated("bot", "kiwi_a"),
                drafts.githubLinked(),
                drafts.passkeyAdded("my phone"),
                drafts.passkeyRemoved(),
                drafts.passkeyCounterWentBack(),
                drafts.secondFactorEnabled(),
                drafts.secondFactorDisabled(),
                drafts.recoveryCodeUsed(9),
                drafts.tokenCompromised("bot", "kiwi_a", "github"),
                drafts.emailChanged("new@kiwi.example"));
        assertThat(notices).allSatisfy(notice -> {
            assertThat(notice.kind().isNotice()).isTrue();
            assertThat(notice.note()).contains("change your password").contains("sessions");
        });
    }

    @Test
    void theDigestIsATable() {
        LaidOut message = layout.of(drafts.rateLimitDigest(new QueueRateLimitDigest(
                "ops@kiwi.example",
                24,
                List.of(
                        new QueueRateLimitDigest.Row(120, "ada@kiwi.example", "bot", "kiwi_a"),
                        new QueueRateLimitDigest.Row(30, null, null, null)))));
        assertThat(message.text())
                .contains(
                        "Hits | Account | Token\n120 | ada@kiwi.example | “bot” (kiwi_a…)\n30 | unknown | deleted token");
        assertThat(message.html().split("<td style=\"border", -1)).hasSize(10);
        assertThat(message.html()).contains(">ada@kiwi.example</td>");
    }
}
