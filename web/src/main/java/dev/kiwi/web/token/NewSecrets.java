package dev.kiwi.web.token;

import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.web.http.BlockingWork;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the texts of tokens. */
@Component
class NewSecrets {
    private final BlockingWork blocking;
    private final String brand;
    private final SecureRandom random = new SecureRandom();

    NewSecrets(BlockingWork blocking, @Value("${API_TOKEN_PREFIX:kiwi}") String brand) {
        this.blocking = blocking;
        this.brand = brand;
    }

    Mono<TokenText> next() {
        // A random source may block when it seeds itself.
        return blocking.call(() -> TokenText.mint(brand, random));
    }
}
