package dev.kiwi.web.face;

import dev.kiwi.web.gate.Features;
import dev.kiwi.web.http.BlockingWork;
import dev.kiwi.web.http.HttpSettings;
import dev.kiwi.web.openapi.PortalSettings;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the faces. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FaceSettings.class)
class FaceConfiguration {
    /** {@code -Dkiwi.faces.live=REPOSITORY} serves the files as they are in the repository at each request. */
    @Bean
    FaceFiles faceFiles(Environment environment) {
        String live = environment.getProperty("kiwi.faces.live");
        return new FaceFiles(live == null || live.isBlank() ? null : Path.of(live));
    }

    @Bean
    Assets assets(FaceFiles files, BlockingWork blocking) {
        return new Assets(files, blocking);
    }

    @Bean
    PageRenderer pageRenderer(FaceFiles files, HttpSettings settings, FaceSettings faces, Features features) {
        return new PageRenderer(new Templates(files), settings, faces, features);
    }

    @Bean
    HostFilter hostFilter(
            HttpSettings settings, PortalSettings portal, PageRenderer pages, GuideSite guide, BlockingWork blocking) {
        return new HostFilter(settings, portal, pages, guide, blocking);
    }

    @Bean
    SiteProxyFilter siteProxyFilter() {
        return new SiteProxyFilter();
    }

    @Bean
    RouterFunction<ServerResponse> pageRoutes(
            PageRenderer renderer, Assets assets, BlockingWork blocking, List<PageData> data) {
        return new PageRoutes(renderer, assets, blocking, data).routes();
    }
}
