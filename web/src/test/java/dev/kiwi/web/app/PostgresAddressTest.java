package dev.kiwi.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresAddressTest {
    @Test
    void translatesADsnWithAnEscapedPassword() {
        PostgresAddress address =
                PostgresAddress.parse("postgresql://kiwi:p%40ss+w@db.example:6543/main?sslmode=require");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6543/main?sslmode=require");
        assertThat(address.user()).isEqualTo("kiwi");
        assertThat(address.password()).isEqualTo("p@ss+w");
        assertThat(address.toString()).doesNotContain("p@ss");
    }

    @Test
    void fillsInWhatIsLeftOut() {
        assertThat(PostgresAddress.parse("postgres://db/main"))
                .isEqualTo(new PostgresAddress("jdbc:postgresql://db:5432/main", "postgres", ""));
    }
}
