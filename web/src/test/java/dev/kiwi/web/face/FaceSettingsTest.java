package dev.kiwi.web.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceSettingsTest {
    @Test
    void whatIsNoLinkIsLeftOut() {
        FaceSettings settings = new FaceSettings(
                "", "GitHub=https://example.org/a?b=c, Discord = https://example.org/d ,x,y=javascript:1");

        assertThat(settings.names())
                .containsEntry("has_links", false)
                .containsEntry("support_links", List.of())
                .containsEntry(
                        "community_links",
                        List.of(
                                Map.of("label", "GitHub", "url", "https://example.org/a?b=c"),
                                Map.of("label", "Discord", "url", "https://example.org/d")));
    }
}
