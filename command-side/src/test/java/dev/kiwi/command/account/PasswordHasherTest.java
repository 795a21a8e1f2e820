package dev.kiwi.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
    private static final PasswordHasher HASHER = new PasswordHasher();

    @AfterAll
    static void close() {
        HASHER.close();
    }

    @Test
    void aHashCarriesTheParametersOfTheSpecAndVerifiesOnlyItsPassword() {
        String hash = HASHER.hash(" pass word ").join();
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=65536,t=3,p=4\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(HASHER.verify(" pass word ", hash).join()).isTrue();
        assertThat(HASHER.verify("pass word", hash).join()).isFalse();
    }

    @Test
    void verificationTakesItsParametersFromTheStoredText() {
        // Made by the reference command line tool: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
        String other = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(HASHER.verify("password", other).join()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2id$",
                "$argon2id$v=19$m=65536,t=3,p=4$",
                "$argon2id$v=19$m=x,t=3,p=4$c29tZXNhbHQ$AAAA",
                "$argon2id$v=19$m=65536,t=3,p=4$!!!$!!!",
                "$2a$10$abcdefghijklmnopqrstuv"
            })
    void aMissingOrUnparsableHashIsAFailedVerification(String hash) {
        assertThat(HASHER.verify("password", hash).join()).isFalse();
    }
}
