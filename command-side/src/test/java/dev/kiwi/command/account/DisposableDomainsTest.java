package dev.kiwi.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** platform.md 3.4. */
class DisposableDomainsTest {
    private final DisposableDomains domains = new DisposableDomains(true);

    @ParameterizedTest
    @CsvSource({
        "a@0clock.net,true",
        "a@Mailinator.COM,true",
        "a@yopmail.net,true",
        "a@sub.mailinator.com,false",
        "a@mailinator.com.example,false",
        "a@example.com,false"
    })
    void onlyTheListedDomainsThemselvesAre(String email, boolean disposable) {
        assertThat(domains.contain(AccountFixture.email(email))).isEqualTo(disposable);
    }

    @ParameterizedTest
    @CsvSource("a@yopmail.net")
    void noneIsWhenTheCheckIsOff(String email) {
        assertThat(new DisposableDomains(false).contain(AccountFixture.email(email)))
                .isFalse();
    }
}
