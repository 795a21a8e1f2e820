package dev.kiwi.web.idempotency;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param lock how long an attempt may run before another may take its place
 * @param keep how long an answer is replayed
 * @param maxBody bytes; a longer answer is not kept, and its retry is told so
 * @param storeTimeout after which the request runs without a record
 * @param excluded paths that are always processed
 */
@ConfigurationProperties("kiwi.idempotency")
public record IdempotencySettings(
        Duration lock, Duration keep, int maxBody, Duration storeTimeout, Set<String> excluded) {}
