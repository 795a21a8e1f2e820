package dev.kiwi.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kiwi.command.mail.Courier.Outcome;
import dev.kiwi.command.mail.MailSettings.Security;
import dev.kiwi.embedded.MovableClock;
import dev.kiwi.embedded.SilentPort;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way out by SMTP, against servers that speak it. */
class SmtpCourierTest {
    private static final String ID = "5f00000000000000000000aa";
    private static final LaidOut CONTENT = new LaidOut("Grüße, a subject", "the täxt", "<p>the html</p>");

    private final GreenMail greenMail =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_SMTPS)});
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));

    SmtpCourierTest() {
        greenMail.start();
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(20_000);
        return setup;
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    private SmtpCourier courier(MailSettings.Server server) {
        return new SmtpCourier(PostOffice.settings(server), clock);
    }

    private Outcome send(MailSettings.Server server, String to, LaidOut content) {
        try (Courier.Round round = courier(server).open()) {
            return round.send(ID, to, content);
        }
    }

    private MailSettings.Server green() {
        return PostOffice.plain(greenMail.getSmtp().getPort());
    }

    private MimeMessage received() {
        assertThat(greenMail.waitForIncomingEmail(5_000, 1)).isTrue();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        return greenMail.getReceivedMessages()[0];
    }

    @Test
    void aMessageArrivesWithBothBodiesAndItsHeaders() throws Exception {
        assertThat(send(green(), "ada@kiwi.example", CONTENT)).isEqualTo(new Outcome.Sent());

        MimeMessage message = received();
        assertThat(message.getHeader("From")).containsExactly("Kiwi <no-reply@mail.kiwi.example>");
        assertThat(message.getHeader("To")).containsExactly("ada@kiwi.example");
        assertThat(message.getSubject()).isEqualTo("Grüße, a subject");
        assertThat(message.getMessageID()).isEqualTo("<" + ID + "@mail.kiwi.example>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(clock.instant());
        MimeMultipart bodies = (MimeMultipart) message.getContent();
        assertThat(bodies.getContentType()).startsWith("multipart/alternative");
        assertThat(bodies.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(bodies.getBodyPart(0).getContent()).isEqualTo("the täxt");
        assertThat(bodies.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(bodies.getBodyPart(1).getContent()).isEqualTo("<p>the html</p>");
    }

    @Test
    void aMessageMayBeTextOnly() throws Exception {
        send(green(), "ada@kiwi.example", new LaidOut("Subject", "only text", null));
        assertThat(received().getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(greenMail.getReceivedMessages()[0].getContent()).isEqualTo("only text");
    }

    @Test
    void aDomainOfAnotherScriptIsWrittenAsTheDnsKnowsIt() throws Exception {
        send(green(), "ada@bücher.example", CONTENT);
        assertThat(received().getHeader("To")).containsExactly("ada@xn--bcher-kva.example");
    }

    @Test
    void oneConnectionCarriesTheMessagesOfARound() {
        try (Courier.Round round = courier(green()).open()) {
            List.of("a", "b", "c")
                    .forEach(name -> assertThat(round.send(name, name + "@kiwi.example", CONTENT))
                            .isEqualTo(new Outcome.Sent()));
        }
        assertThat(greenMail.waitForIncomingEmail(5_000, 3)).isTrue();
        assertThat(greenMail.getReceivedMessages()).hasSize(3);
    }

    @Test
    void noSubjectAddsAHeader() throws Exception {
        send(green(), "ada@kiwi.example", new LaidOut("Hi\r\nBcc: spy@evil.example\r\n\r\nbody", "text", null));
        assertThat(received().getHeader("Bcc")).isNull();
        assertThat(greenMail.getReceivedMessages()[0].getSubject()).isEqualTo("Hi Bcc: spy@evil.example body");
        assertThat(greenMail.getReceivedMessages()[0].getContent()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@kiwi.example\r\nBcc: spy@evil.example",
                "ada@kiwi.example, spy@evil.example",
                "ada@kiwi.example> SIZE=1\r\nRCPT TO:<spy@evil.example",
                "ada@@kiwi.example",
                "ada"
            })
    void whatIsNoSingleAddressIsRefusedBeforeAServerHearsOfIt(String address) {
        assertThat(send(green(), address, CONTENT)).isInstanceOf(Outcome.Refused.class);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, Refused",
        "RCPT, 554 5.7.1 not for you, Refused",
        "RCPT, 450 4.2.0 greylisted, NotNow",
        "RCPT, 452 4.2.2 mailbox full, NotNow",
        "DATA, 554 5.3.4 no, Refused",
        "DATA, 451 4.3.0 later, NotNow",
        "., 552 5.7.0 looks like spam, Refused",
        "., 452 4.3.1 disk full, NotNow",
        "MAIL, 550 5.7.1 you may not send, NotNow",
        "MAIL, 530 5.7.0 log in first, NotNow",
        "MAIL, 421 4.7.0 too many connections, NotNow"
    })
    void onlyFiveHundredsOfRecipientOrMessageAreForGood(String command, String reply, String outcome) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp().answering(command, reply)) {
            Outcome came = send(PostOffice.plain(server.port()), "ada@kiwi.example", CONTENT);
            assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(came.toString()).contains(reply);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "."})
    void aServerThatHangsUpIsTriedLater(String command) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp().answering(command, ScriptedSmtp.HANG_UP)) {
            assertThat(send(PostOffice.plain(server.port()), "ada@kiwi.example", CONTENT))
                    .isInstanceOfSatisfying(
                            Outcome.NotNow.class,
                            later -> assertThat(later.unreachable()).isFalse());
        }
    }

    @Test
    void afterARefusalTheRoundGoesOn() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp().answering("RCPT", "550 no");
                Courier.Round round = courier(PostOffice.plain(server.port())).open()) {
            assertThat(round.send("a", "a@kiwi.example", CONTENT)).isInstanceOf(Outcome.Refused.class);
            server.answering("RCPT", "250 fine");
            assertThat(round.send("b", "b@kiwi.example", CONTENT)).isEqualTo(new Outcome.Sent());
        }
    }

    @Test
    void withoutAServerNothingCanGoOut() {
        try (SilentPort away = new SilentPort()) {
            assertUnreachable(PostOffice.plain(away.port()));
        }
    }

    @Test
    void aServerThatDoesNotLetUsInCannotBeReached() throws Exception {
        greenMail.setUser("kiwi", "kiwi", "right");
        int port = greenMail.getSmtp().getPort();
        assertUnreachable(new MailSettings.Server("127.0.0.1", port, "kiwi", "wrong", Security.NONE));
        assertThat(send(
                        new MailSettings.Server("127.0.0.1", port, "kiwi", "right", Security.NONE),
                        "ada@kiwi.example",
                        CONTENT))
                .isEqualTo(new Outcome.Sent());
    }

    @Test
    void nothingIsSaidInTheClearToAServerThatShouldEncrypt() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            assertUnreachable(new MailSettings.Server("127.0.0.1", server.port(), "kiwi", "secret", Security.STARTTLS));
            assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
        }
        // Its certificate is one that nobody trusts.
        assertUnreachable(
                new MailSettings.Server("127.0.0.1", greenMail.getSmtps().getPort(), null, null, Security.TLS));
    }

    private void assertUnreachable(MailSettings.Server server) {
        assertThat(send(server, "ada@kiwi.example", CONTENT))
                .isInstanceOfSatisfying(
                        Outcome.NotNow.class,
                        later -> assertThat(later.unreachable()).isTrue());
    }

    @Test
    void anAddressThatAsciiCannotWriteAsksTheServerForSmtpUtf8() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp().answering("EHLO", "250-kiwi\r\n250 SMTPUTF8")) {
            assertThat(send(PostOffice.plain(server.port()), "jürgen@kiwi.example", CONTENT))
                    .isEqualTo(new Outcome.Sent());
            assertThat(server.commands)
                    .anyMatch(command -> command.startsWith("MAIL") && command.contains("SMTPUTF8"))
                    .contains("RCPT TO:<jürgen@kiwi.example>");
        }
    }
}
