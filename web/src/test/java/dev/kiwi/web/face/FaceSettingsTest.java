package dev.kiwi.web.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceSettingsTest {
    @Test
    void whatIsNoLinkIsLeftOut() {
        FaceSettings settings =
                new FaceSettings("", "Code=https://example.org/a?b=c, Chat = https://discord.gg/d ,x,y=javascript:1");

        assertThat(settings.names())
                .containsEntry("has_links", false)
                .containsEntry("support_links", List.of())
                .containsEntry(
                        "community_links",
                        List.of(
                                Map.of("label", "Code", "url", "https://example.org/a?b=c"),
                                Map.of("label", "Chat", "url", "https://discord.gg/d", "discord", "yes")));
    }
}
