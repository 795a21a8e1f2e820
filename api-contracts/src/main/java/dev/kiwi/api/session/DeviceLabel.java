package dev.kiwi.api.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coarse name of a device, "Browser on OS" (platform.md 4.2); nothing finer of a User-Agent is ever kept. */
public final class DeviceLabel {
    private static final int LONGEST = 80;
    private static final Map<String, String> BROWSERS = ordered(
            "Edg", "Edge", "OPR", "Opera", "Opera", "Opera", "Firefox", "Firefox", "FxiOS", "Firefox", "Chrome",
            "Chrome", "CriOS", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iOS",
            "iPad",
            "iOS",
            "Windows",
            "Windows",
            "Macintosh",
            "macOS",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private DeviceLabel() {}

    /** @return null when there is no User-Agent */
    public static @Nullable String of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return null;
        }
        String browser = firstIn(BROWSERS, userAgent, product(userAgent));
        String system = firstIn(SYSTEMS, userAgent, "Unknown OS");
        String label = browser + " on " + system;
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST);
    }

    private static String product(String userAgent) {
        int slash = userAgent.indexOf('/');
        return (slash < 0 ? userAgent : userAgent.substring(0, slash)).strip();
    }

    private static String firstIn(Map<String, String> names, String userAgent, String otherwise) {
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (userAgent.contains(name.getKey())) {
                return name.getValue();
            }
        }
        return otherwise;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
