package dev.kiwi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestStoresTest {
    @Test
    void eachTestClassGetsAnEmptyDatabaseOfItsOwn() throws Exception {
        var first = TestStores.freshDatabase();
        var second = TestStores.freshDatabase();
        try (var connection = first.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE only_here (id int)");
        }
        try (var connection = second.dataSource().getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }
}
