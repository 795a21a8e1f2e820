package dev.kiwi.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** No open redirect: whatever is asked for, one stays on our site. */
class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dashboard",
                "/mods/ada/wings?tab=files#top",
                "/a%20b",
                "/a/.b/c..",
                "/%2emods",
                "/@evil.example"
            })
    void aPathOfTheSiteIsKept(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(path);
    }

    @Test
    void aBackslashIsASlash() {
        assertThat(ReturnPath.of("/mods\\ada")).isEqualTo("/mods/ada");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "dashboard",
                "https://evil.example",
                "https:/evil.example",
                "//evil.example",
                "\\\\evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "///evil.example",
                "/a//b",
                "/.//evil.example",
                "/./evil.example",
                "/x/..//evil.example",
                "/x/../evil.example",
                "/x/..\\/evil.example",
                "/%2e//evil.example",
                "/%2E/evil.example",
                "/x/.%2e//evil.example",
                "/x/%2E%2e/",
                "/x/..",
                "/.?a=b",
                "javascript:alert(1)",
                " /x",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                "/a b",
                "/%",
                "?next=/x",
                "#x",
                "/\u0000"
            })
    void anythingElseIsLeftOut(String asked) {
        assertThat(ReturnPath.of(asked)).isNull();
    }

    @Test
    void aPathWithoutEndIsLeftOut() {
        assertThat(ReturnPath.of("/" + "x".repeat(499))).isNotNull();
        assertThat(ReturnPath.of("/" + "x".repeat(500))).isNull();
    }
}
