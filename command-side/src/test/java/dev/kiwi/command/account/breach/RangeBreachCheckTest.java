package dev.kiwi.command.account.breach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.upstream.UpstreamClient;
import dev.kiwi.embedded.TestUpstream;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** platform.md 3.3. */
class RangeBreachCheckTest {
    // SHA-1 of "password".
    private static final String PREFIX = "5BAA6";
    private static final String SUFFIX = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

    private final TestUpstream service = new TestUpstream();
    private final UpstreamClient client = new UpstreamClient();
    private final BreachCheck check = new RangeBreachCheck(client, service.uri());

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Test
    void asksForFiveDigitsOfTheHashAndForPadding() {
        service.answers(200, "");
        check.timesSeen("password");
        TestUpstream.Asked asked = service.asked().getFirst();
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.path()).isEqualTo("/range/" + PREFIX);
        assertThat(asked.headers()).containsEntry("add-padding", "true");
        assertThat(asked.toString()).doesNotContain("password", SUFFIX);
    }

    @Test
    void countsWhatIsListed() {
        service.answers(200, "0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n" + SUFFIX + ":10434004\r\n");
        assertThat(check.timesSeen("password")).isEqualTo(10_434_004);
        assertThat(check.timesSeen("correct horse battery")).isZero();
    }

    @Test
    void paddingIsNoBreach() {
        service.answers(200, SUFFIX + ":0\r\n");
        assertThat(check.timesSeen("password")).isZero();
    }

    @Test
    void aCountThatCannotBeReadIsOne() {
        service.answers(200, SUFFIX + ":many");
        assertThat(check.timesSeen("password")).isOne();
    }

    @Test
    void aServiceThatFailsBlocksNobody() {
        service.answers(503, SUFFIX + ":7");
        assertThat(check.timesSeen("password")).isZero();
        service.close();
        assertThat(check.timesSeen("password")).isZero();
    }

    @Test
    void aBaseAddressMayHaveAPath() {
        service.answers(200, "");
        new RangeBreachCheck(client, URI.create(service.uri() + "/mirror/")).timesSeen("password");
        assertThat(service.asked().getFirst().path()).isEqualTo("/mirror/range/" + PREFIX);
    }
}
