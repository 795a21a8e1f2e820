package dev.kiwi.web.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.api.formats.token.Sha256;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.formats.token.TokenText.Offline;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.token.AllowedNetwork;
import dev.kiwi.web.gate.IpAllowlist;
import dev.kiwi.web.paging.CursorQuery;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

/**
 * Text from strangers that is read before anybody is known: whatever it is, it is read as one thing or refused, and
 * never ends in an error of ours. A thousand texts each in every build; for a long run see docs/fuzzing.md.
 */
class UntrustedTextFuzzTest {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final List<ErrorCode> REFUSALS = List.of(ErrorCode.BAD_REQUEST, ErrorCode.VALIDATION_ERROR);

    @Property
    void aTokenIsValidExactlyWhenShapeAndChecksumAre(@ForAll("tokens") String text) {
        boolean shaped = text.matches("kiwi_[A-Za-z0-9]{43}_[A-Za-z0-9]{1,6}");
        Offline expected = !shaped
                ? Offline.UNKNOWN
                : text.substring(49).equals(checksum(text.substring(5, 48))) ? Offline.VALID : Offline.WRONG_CHECKSUM;
        assertThat(TokenText.check("kiwi", text)).isEqualTo(expected);
        assertThat(Sha256.hex(text)).matches("[0-9a-f]{64}");
    }

    @Property
    void anEntryIsRefusedOrHasOneCanonicalText(@ForAll("addresses") String text) {
        Optional<AllowedNetwork> parsed = AllowedNetwork.parse(text);
        parsed.ifPresent(entry -> {
            assertThat(entry.text()).matches("[0-9.]+(/[0-9]+)?|[0-9a-f:]+(/[0-9]+)?");
            assertThat(AllowedNetwork.parse(entry.text())).hasValue(entry);
            String first = entry.text().replaceFirst("/.*", "");
            assertThat(IpAllowlist.allows(List.of(entry.text()), first)).isTrue();
        });
    }

    @Property
    void aClientAddressIsAllowedOrNot(@ForAll("addresses") String client) {
        boolean address = AllowedNetwork.parse(client.strip()).isPresent() && client.indexOf('/') < 0;
        boolean anywhere = IpAllowlist.allows(List.of("0.0.0.0/0", "::/0"), client);
        if (address) {
            assertThat(anywhere).isTrue();
        }
        assertThat(IpAllowlist.allows(List.of("192.0.2.1"), client) && !anywhere)
                .isFalse();
    }

    @Property
    void aCursorIsAnIdOrRefused(@ForAll("cursors") String cursor, @ForAll("limits") String limit) {
        CursorQuery query;
        try {
            query = CursorQuery.from(MockServerHttpRequest.get("/t?cursor={c}&limit={l}", cursor, limit)
                    .build());
        } catch (Refusal refusal) {
            assertThat(REFUSALS).contains(refusal.code());
            return;
        } catch (RuntimeException error) {
            // The other way in which a parameter is refused with 422.
            assertThat(error.getClass().getSimpleName()).isEqualTo("InvalidParameter");
            return;
        }
        assertThat(query.limit()).isBetween(1, CursorQuery.MAX_LIMIT);
        assertThat(query.cursor() == null || query.cursor().matches("[0-9a-fA-F]{24}"))
                .isTrue();
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        do {
            digits.insert(0, ALPHABET.charAt((int) (rest % 62)));
            rest /= 62;
        } while (rest > 0);
        return digits.toString();
    }

    @Provide
    Arbitrary<String> tokens() {
        Arbitrary<String> good = Arbitraries.create(
                () -> TokenText.mint("kiwi", new SecureRandom()).text());
        Arbitrary<String> shaped = Combinators.combine(
                        Arbitraries.strings()
                                .withChars(ALPHABET)
                                .ofMinLength(42)
                                .ofMaxLength(44),
                        Arbitraries.strings().withChars(ALPHABET).ofMaxLength(7))
                .as((body, sum) -> "kiwi_" + body + "_" + sum);
        return Arbitraries.oneOf(
                good, mutated(good), shaped, Arbitraries.strings().ofMaxLength(80));
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> good = Arbitraries.of(
                "192.0.2.1",
                "10.0.0.0/8",
                "2001:db8::1",
                "2001:db8::/32",
                "::ffff:192.0.2.1",
                "1.2.3.4/255.255.0.0",
                "::1%eth0",
                "[::1]:80",
                "::/0",
                "0.0.0.0/0");
        Arbitrary<String> alike = Arbitraries.strings()
                .withChars("0123456789abcdefABCDEF.:/%xX*-_ ,[]")
                .ofMaxLength(50);
        return Arbitraries.oneOf(
                good,
                mutated(good),
                mutated(mutated(good)),
                alike,
                Arbitraries.strings().ofMaxLength(120));
    }

    @Provide
    Arbitrary<String> cursors() {
        Arbitrary<String> good =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(24);
        return Arbitraries.oneOf(good, mutated(good), Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> limits() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.integers().between(-1, 202).map(String::valueOf),
                Arbitraries.strings().ofMaxLength(12));
    }

    /** One character put in, taken out or changed. */
    private static Arbitrary<String> mutated(Arbitrary<String> texts) {
        return Combinators.combine(
                        texts,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.chars().all(),
                        Arbitraries.integers().between(0, 2))
                .as((text, at, c, how) -> {
                    int place = Math.min(at, text.length());
                    int end = Math.min(text.length(), how == 0 ? place : place + 1);
                    return text.substring(0, place) + (how == 1 ? "" : c) + text.substring(end);
                });
    }
}
