package dev.kiwi.web.face;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param supportLinks {@code label=address} with commas in between: where people can give something */
@ConfigurationProperties("kiwi.faces")
record FaceSettings(String supportLinks) {
    /** What is no link is left out. */
    List<Map<String, String>> links() {
        return Arrays.stream(supportLinks.split(","))
                .map(link -> link.split("=", 2))
                .filter(link -> link.length == 2 && link[1].strip().startsWith("https://"))
                .map(link -> Map.of("label", link[0].strip(), "url", link[1].strip()))
                .toList();
    }
}
