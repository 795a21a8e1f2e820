package dev.kiwi.web.face;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Links that every page shows, each {@code label=address} with commas in between; what is no link is left out.
 *
 * @param supportLinks where people can give something
 * @param communityLinks where people meet
 */
@ConfigurationProperties("kiwi.faces")
record FaceSettings(String supportLinks, String communityLinks) {
    /** As templates show them. */
    Map<String, Object> names() {
        List<Map<String, String>> support = links(supportLinks);
        return Map.of(
                "support_links", support, "has_links", !support.isEmpty(), "community_links", links(communityLinks));
    }

    private static List<Map<String, String>> links(String text) {
        return Arrays.stream(text.split(","))
                .map(link -> link.split("=", 2))
                .filter(link -> link.length == 2 && link[1].strip().startsWith("https://"))
                .map(link -> named(link[0].strip(), link[1].strip()))
                .toList();
    }

    /** With {@code github} or {@code discord} where templates draw a sign beside it. */
    private static Map<String, String> named(String label, String url) {
        return switch (URI.create(url).getHost()) {
            case "github.com" -> Map.of("label", label, "url", url, "github", "yes");
            case "discord.com", "discord.gg" -> Map.of("label", label, "url", url, "discord", "yes");
            case null, default -> Map.of("label", label, "url", url);
        };
    }
}
