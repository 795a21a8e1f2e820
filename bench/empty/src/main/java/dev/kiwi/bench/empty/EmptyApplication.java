package dev.kiwi.bench.empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One endpoint, and a ready line at the same moment of the start as Kiwi's. */
@SpringBootApplication
@RestController
public class EmptyApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(EmptyApplication.class, arguments);
    }

    record Empty(boolean ok) {}

    @GetMapping("/")
    Mono<Empty> empty() {
        return Mono.just(new Empty(true));
    }

    @EventListener
    void onReady(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        System.out.println("Empty is ready: http://localhost:" + port);
    }
}
