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
                .map(link -> Map.of("label", link[0].strip(), "url", link[1].strip(), mark(link[1].strip()), "true"))
                .toList();
    }

    /** Whose sign templates draw beside a link. */
    private static String mark(String url) {
        String host = URI.create(url).getHost();
        return switch (host == null ? "" : host) {
            case "github.com" -> "github";
            case "discord.com", "discord.gg" -> "discord";
            default -> "unmarked";
        };
    }
}
