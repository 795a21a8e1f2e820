package dev.kiwi.web.openapi;

import dev.kiwi.web.gate.Caller;
import dev.kiwi.web.gate.Features;
import dev.kiwi.web.http.HttpSettings;
import dev.kiwi.web.paging.CursorQuery;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the OpenAPI document (platform.md 1.14). Only public data routes are in it; see {@code springdoc.paths-to-match}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class OpenApiConfiguration {
    private static final String CONVENTIONS = """
            Every error has the same envelope; programs branch on its `code`. \
            Every answer carries an `X-Request-ID`; quote it when something looks wrong. \
            Answers that count against a rate limit carry `X-RateLimit-Limit`, `X-RateLimit-Remaining` and \
            `X-RateLimit-Reset`. \
            A write answers with `Kiwi-Position`; sent along as `Kiwi-Min-Position`, the next read shows that write. \
            Timestamps are unix seconds (UTC) unless they are text.""";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class,
                        Caller.Anonymous.class,
                        Caller.Operator.class,
                        Caller.Session.class,
                        Caller.SiteUser.class,
                        Caller.Token.class,
                        CursorQuery.class);
    }

    @Bean
    OpenAPI openApi(HttpSettings settings) {
        return new OpenAPI()
                .info(new Info().title(settings.appName()).version("1.0.0").description(CONVENTIONS))
                .servers(List.of(new Server().url(settings.apiUrl().toString())))
                .components(new Components()
                        .addSecuritySchemes(GateMarks.SESSION, bearer("JWT", "Session of a logged-in account"))
                        .addSecuritySchemes(GateMarks.TOKEN, bearer("kiwi token", "API token: kiwi_…"))
                        .addSecuritySchemes(
                                GateMarks.SITE_SESSION, bearer("JWT", "Session of a person of the website")));
    }

    private static SecurityScheme bearer(String format, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format)
                .description(description);
    }

    @Bean
    GateMarks gateMarks() {
        return new GateMarks();
    }

    @Bean
    CursorParameters cursorParameters() {
        return new CursorParameters();
    }

    @Bean
    DocumentRules documentRules(Features features) {
        return new DocumentRules(features);
    }

    @Bean
    FreshDocument freshDocument(Features features, OpenAPIService documents) {
        return new FreshDocument(features, documents);
    }

    @Bean
    LiveDocument liveDocument(
            Features features, FreshDocument fresh, ObjectProvider<OpenApiWebfluxResource> documents) {
        return new LiveDocument(features, fresh, documents);
    }

    @Bean
    RequestHeaders requestHeaders() {
        return new RequestHeaders();
    }

    @Bean
    ErrorResponses errorResponses() {
        return new ErrorResponses();
    }

    @Bean
    TableMedia tableMedia() {
        return new TableMedia();
    }

    @Bean
    Examples examples() {
        return new Examples();
    }

    @Bean
    ModelResolver modelResolver() {
        return new RecordSchemas();
    }
}
