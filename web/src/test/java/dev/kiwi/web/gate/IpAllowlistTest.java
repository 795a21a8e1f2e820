package dev.kiwi.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.token.AllowedNetwork;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Allowlists against arithmetic on the bits of addresses. */
class IpAllowlistTest {
    private static boolean allows(String entry, String client) {
        return IpAllowlist.allows(AllowedNetwork.canonical(List.of(entry)), client);
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] other(byte[] address, int bit) {
        byte[] changed = address.clone();
        changed[bit / 8] ^= (byte) (0x80 >> bit % 8);
        return changed;
    }

    private static boolean agree(byte[] a, byte[] b, int length) {
        int rest = a.length * 8 - length;
        return new BigInteger(1, a).shiftRight(rest).equals(new BigInteger(1, b).shiftRight(rest));
    }

    @Property(tries = 300)
    void aNetworkHoldsExactlyTheAddressesThatAgreeInItsFirstBits(
            @ForAll @Size(4) byte[] base, @ForAll @Size(4) byte[] client, @ForAll @IntRange(max = 32) int length) {
        assertThat(allows(text(base) + "/" + length, text(client))).isEqualTo(agree(base, client, length));
        assertThat(allows(text(base) + "/" + length, text(base))).isTrue();
    }

    @Property(tries = 300)
    void itsLastFixedBitDecidesAndTheNextDoesNot(
            @ForAll @Size(4) byte[] base, @ForAll @IntRange(min = 1, max = 31) int length) {
        assertThat(allows(text(base) + "/" + length, text(other(base, length - 1))))
                .isFalse();
        assertThat(allows(text(base) + "/" + length, text(other(base, length)))).isTrue();
    }

    @Property(tries = 300)
    void theSameHoldsForIpv6(@ForAll @Size(14) byte[] random, @ForAll @IntRange(min = 1, max = 127) int length) {
        byte[] base = global(random);
        assertThat(allows(text(base) + "/" + length, text(base))).isTrue();
        assertThat(allows(text(base) + "/" + length, text(other(base, length)))).isTrue();
        assertThat(allows(text(base) + "/" + length, text(other(base, length - 1))))
                .isFalse();
        assertThat(allows(text(base), text(base))).isTrue();
        assertThat(allows(text(base), text(other(base, length)))).isFalse();
    }

    /** Under 2001::/16, where no address is a mapped one. */
    private static byte[] global(byte[] random) {
        byte[] address = new byte[16];
        address[0] = 0x20;
        address[1] = 0x01;
        System.arraycopy(random, 0, address, 2, random.length);
        return address;
    }

    @Property(tries = 200)
    void anIpv4MappedClientIsComparedAsIpv4(
            @ForAll @Size(4) byte[] base, @ForAll @Size(4) byte[] client, @ForAll @IntRange(max = 32) int length) {
        assertThat(allows(text(base) + "/" + length, "::ffff:" + text(client))).isEqualTo(agree(base, client, length));
    }

    @Property(tries = 200)
    void anEntryThatIsWrittenMappedMeansTheSame(
            @ForAll @Size(4) byte[] base, @ForAll @Size(4) byte[] client, @ForAll @IntRange(max = 32) int length) {
        String entry = "::ffff:" + text(base) + "/" + (96 + length);
        assertThat(allows(entry, text(client))).isEqualTo(agree(base, client, length));
        assertThat(allows("::ffff:" + text(base), text(client))).isEqualTo(Arrays.equals(base, client));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 2001:db8::1",
        "::/0, 203.0.113.7",
        "::/0, ::ffff:203.0.113.7",
        "203.0.113.7, unknown",
        "0.0.0.0/0, 203.0.113.7:80",
        "0.0.0.0/0, 203.0.113",
        "0.0.0.0/0, 0xcb007107",
        "0.0.0.0/0, 203.0.113.0/24",
        "0.0.0.0/0, ''"
    })
    void anotherFamilyOrNoAddressAtAllIsDenied(String entry, String client) {
        assertThat(allows(entry, client)).isFalse();
    }

    @Test
    void noEntryMeansNoRestrictionAndOneOfManyIsEnough() {
        assertThat(IpAllowlist.allows(List.of(), "unknown")).isTrue();
        assertThat(IpAllowlist.allows(List.of("10.0.0.0/8", "2001:db8::/32"), "2001:db8::7"))
                .isTrue();
    }

    /** The parser takes some of these for ranges or networks, and then fails: found by fuzzing. */
    @ParameterizedTest
    @ValueSource(
            strings = {"0::a01:1011-.2.3", "1.2.3.4-5", "::1-2", "1.2.3.*", "::/5555555555555555555555", "1.2.3.4/32"})
    void aRangeOrANetworkIsNoClient(String client) {
        assertThat(IpAllowlist.allows(List.of("0.0.0.0/0", "::/0"), client)).isFalse();
    }
}
