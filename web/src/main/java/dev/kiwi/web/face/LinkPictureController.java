package dev.kiwi.web.face;

import dev.kiwi.web.gate.Gate;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of live data for links to pages: none is drawn, so each is the site's mark (web.md D.8). */
@Hidden
@RestController
@Gate(Gate.Kind.OPEN)
class LinkPictureController {
    private static final URI MARK = URI.create("/favicon.svg");

    @GetMapping({"/activity/og.png", "/status/og.png"})
    ResponseEntity<Void> picture() {
        return ResponseEntity.status(HttpStatus.FOUND).location(MARK).build();
    }
}
