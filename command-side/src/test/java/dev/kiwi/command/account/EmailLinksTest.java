package dev.kiwi.command.account;

import static dev.kiwi.command.account.AccountFixture.EMAIL;
import static dev.kiwi.command.account.AccountFixture.HASH;
import static dev.kiwi.command.account.AccountFixture.ID;
import static dev.kiwi.command.account.AccountFixture.NOW;
import static dev.kiwi.command.account.AccountFixture.links;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.kiwi.api.account.EmailAddress;
import dev.kiwi.api.account.EmailLink;
import dev.kiwi.api.account.EmailLinkPurpose;
import dev.kiwi.api.account.MakeEmailLink;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.command.account.EmailLinks.Holder;
import dev.kiwi.command.account.EmailLinks.Opened;
import dev.kiwi.command.crypto.DerivedKeys;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** platform.md 3.7. */
class EmailLinksTest {
    private static final EmailAddress NEW = AccountFixture.email("ada@elsewhere.example");
    private static final String SECRET = "a secret for tests only, long enough";

    @Test
    void aLinkToVerifyHoldsNobodysAddressAndIsGoodForTwoDays() throws Exception {
        EmailLink link = make(EmailLinkPurpose.VERIFY);
        assertThat(link.path()).startsWith("/auth/verify-email?token=");
        assertThat(link.recipient()).isEqualTo(EMAIL.text());
        JWTClaimsSet claims = claims(link);
        assertThat(claims.getClaims().keySet()).containsExactlyInAnyOrder("sub", "type", "iat", "exp");
        assertThat(claims.getStringClaim("type")).isEqualTo("email_verify");
        assertThat(open(link, EmailLinkPurpose.VERIFY, Duration.ofHours(48).minusSeconds(1)))
                .isEqualTo(new Opened(ID, "", null));
        assertThat(open(link, EmailLinkPurpose.VERIFY, Duration.ofHours(48))).isNull();
    }

    @Test
    void aLinkToResetIsBoundToThePasswordAndGoodForAnHour() throws Exception {
        EmailLink link = make(EmailLinkPurpose.RESET_PASSWORD);
        assertThat(link.path()).startsWith("/auth/reset-password?token=");
        assertThat(claims(link).getStringClaim("fp")).matches("[0-9a-f]{16}").isEqualTo(Fingerprint.of(HASH));
        assertThat(open(link, EmailLinkPurpose.RESET_PASSWORD, Duration.ofMinutes(59)))
                .isEqualTo(new Opened(ID, Fingerprint.of(HASH), null));
        assertThat(open(link, EmailLinkPurpose.RESET_PASSWORD, Duration.ofHours(1)))
                .isNull();
    }

    @Test
    void aLinkToChangeTheAddressGoesToTheNewOneAndIsBoundToTheOldOne() throws Exception {
        EmailLink link = make(EmailLinkPurpose.CHANGE_EMAIL);
        assertThat(link.path()).startsWith("/auth/verify-email-change?token=");
        assertThat(link.recipient()).isEqualTo(NEW.text());
        assertThat(claims(link).getStringClaim("new")).isEqualTo(NEW.text());
        assertThat(open(link, EmailLinkPurpose.CHANGE_EMAIL, Duration.ofHours(47)))
                .isEqualTo(new Opened(ID, Fingerprint.of(EMAIL.text()), NEW));
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsGoodForItsPurposeOnly(EmailLinkPurpose purpose) {
        EmailLink link = make(purpose);
        for (EmailLinkPurpose other : EmailLinkPurpose.values()) {
            assertThat(open(link, other, Duration.ZERO) != null)
                    .as(other.type())
                    .isEqualTo(other == purpose);
        }
    }

    private static Holder holder(boolean bounced) {
        return new Holder(EMAIL.text(), EMAIL.text(), HASH, bounced);
    }

    @Test
    void thereIsNoLinkForAnAccountWhoseKeyIsDestroyed() {
        MakeEmailLink order = new MakeEmailLink(ID, EmailLinkPurpose.VERIFY, null);
        assertThatThrownBy(() -> links(NOW).make(order, new Holder(null, null, null, false)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theLinkKnowsOfBouncedMail() {
        MakeEmailLink order = new MakeEmailLink(ID, EmailLinkPurpose.VERIFY, null);
        assertThat(links(NOW).make(order, holder(true)).bounced()).isTrue();
    }

    @Test
    void aTokenOfAnotherKeyOrWithoutASignatureIsNoLink() throws Exception {
        assertThat(links(NOW).open(new PlainJWT(right(c -> {})).serialize(), EmailLinkPurpose.VERIFY))
                .isEmpty();
        assertThat(links(NOW).open(signed("another secret, long enough too", c -> {}), EmailLinkPurpose.VERIFY))
                .isEmpty();
        assertThat(links(NOW).open(signed(SECRET, c -> {}), EmailLinkPurpose.VERIFY))
                .isPresent();
    }

    @Test
    void aTokenWhoseClaimsAreNotRightIsNoLink() throws Exception {
        for (Consumer<JWTClaimsSet.Builder> wrong : java.util.List.<Consumer<JWTClaimsSet.Builder>>of(
                c -> c.subject(null),
                c -> c.subject("nobody"),
                c -> c.expirationTime(null),
                c -> c.claim("type", null),
                c -> c.claim("type", 7),
                c -> c.claim("type", "access"))) {
            assertThat(links(NOW).open(signed(SECRET, wrong), EmailLinkPurpose.VERIFY))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "kiwi_x_y", "e30.e30.e30", "\u0000"})
    void whatIsNoTokenIsNoLink(String text) {
        assertThat(links(NOW).open(text, EmailLinkPurpose.VERIFY)).isEmpty();
    }

    private static EmailLink make(EmailLinkPurpose purpose) {
        EmailAddress newEmail = purpose == EmailLinkPurpose.CHANGE_EMAIL ? NEW : null;
        return links(NOW).make(new MakeEmailLink(ID, purpose, newEmail), holder(false));
    }

    private static Opened open(EmailLink link, EmailLinkPurpose purpose, Duration later) {
        return links(NOW.plus(later)).open(token(link), purpose).orElse(null);
    }

    private static String token(EmailLink link) {
        return link.path().substring(link.path().indexOf('=') + 1);
    }

    private static JWTClaimsSet claims(EmailLink link) throws ParseException {
        return SignedJWT.parse(token(link)).getJWTClaimsSet();
    }

    private static JWTClaimsSet right(Consumer<JWTClaimsSet.Builder> change) {
        Instant until = NOW.plusSeconds(60);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(ID)
                .claim("type", "email_verify")
                .expirationTime(Date.from(until));
        change.accept(claims);
        return claims.build();
    }

    private static String signed(String secret, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), right(change));
        token.sign(new MACSigner(new DerivedKeys(secret).emailLinks()));
        return token.serialize();
    }
}
