package dev.kiwi.web.app;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where Postgres is, as JDBC wants it. */
public record PostgresAddress(String jdbcUrl, String user, String password) {

    /** Takes {@code postgresql://user:password@host:port/database?parameters}. */
    public static PostgresAddress parse(String dsn) {
        URI uri = URI.create(dsn);
        String[] credentials = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new PostgresAddress(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
                credentials.length > 0 ? decoded(credentials[0]) : "postgres",
                credentials.length > 1 ? decoded(credentials[1]) : "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
