package dev.kiwi.web.face;

import dev.kiwi.web.http.HttpSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The public origins as the visitor of one request reaches them, without a slash at the end. */
record FaceUrls(String api, String dev, String docs, String app) {
    /** What a request's host name shows. */
    enum Face {
        SITE,
        PORTAL,
        DOCS,
        /** The API's own host name, where that is another one than the site's. */
        API
    }

    private static final String LOCAL = "localhost";

    /** On this machine, whatever the settings say: {@code http://dev.localhost:PORT} is the portal there. */
    static FaceUrls of(HttpSettings settings, URI asked) {
        String host = host(asked);
        if (!isLocal(host)) {
            return new FaceUrls(
                    text(settings.apiUrl()),
                    text(settings.devUrl()),
                    text(settings.docsUrl()),
                    text(settings.appUrl()));
        }
        String port = asked.getPort() < 0 ? "" : ":" + asked.getPort();
        String here = "http://" + LOCAL + port;
        return new FaceUrls(here, "http://dev.localhost" + port, "http://docs.localhost" + port, here);
    }

    static Face face(HttpSettings settings, URI asked) {
        String host = host(asked);
        if (host.equals("dev." + LOCAL) || host.equals(host(settings.devUrl()))) {
            return Face.PORTAL;
        }
        if (host.equals("docs." + LOCAL) || host.equals(host(settings.docsUrl()))) {
            return Face.DOCS;
        }
        String api = host(settings.apiUrl());
        return host.equals(api) && !api.equals(host(settings.appUrl())) ? Face.API : Face.SITE;
    }

    Map<String, String> names() {
        return Map.of("api", api, "dev", dev, "docs", docs, "app", app);
    }

    private static boolean isLocal(String host) {
        return host.equals(LOCAL) || host.endsWith("." + LOCAL) || host.equals("127.0.0.1");
    }

    private static String host(URI url) {
        String host = url.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable URI url) {
        String text = String.valueOf(url);
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
