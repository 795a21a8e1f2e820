package dev.kiwi.web.calculation;

import dev.kiwi.web.http.BlockingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says how many long calculations run and wait. */
@Configuration(proxyBeanMethods = false)
class CalculationConfiguration {
    private static final int WAITING = 64;

    /** On half of the processors: others need them too, and a long one is done in milliseconds. */
    @Bean
    Calculations calculations(BlockingWork blocking) {
        return new Calculations(blocking, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING);
    }
}
