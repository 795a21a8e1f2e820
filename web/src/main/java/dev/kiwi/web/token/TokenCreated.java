package dev.kiwi.web.token;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kiwi.api.formats.token.TokenText;
import dev.kiwi.api.token.TokenView;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A token with a new secret and, this once, its whole text. */
record TokenCreated(@JsonUnwrapped TokenPublic created, String token) {
    static ResponseEntity<TokenCreated> answer(HttpStatus status, TokenView token, TokenText text) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new TokenCreated(TokenPublic.of(token), text.text()));
    }

    /** Hides the secret, so that it never reaches a log. */
    @Override
    public String toString() {
        return "TokenCreated[" + created.prefix() + "]";
    }
}
