package dev.kiwi.web.scanning;

import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the check of GitHub's signatures. */
@Configuration(proxyBeanMethods = false)
class ScanningConfiguration {
    @Bean
    ReportSignature reportSignature(
            JsonMapper json,
            Clock clock,
            @Value("${GITHUB_SECRET_SCANNING_KEYS_URL:https://api.github.com/meta/public_keys/secret_scanning}")
                    URI keys,
            @Value("${GITHUB_SECRET_SCANNING_VERIFY:true}") boolean verify) {
        return new ReportSignature(new GithubKeys(keys, json, clock), verify);
    }
}
