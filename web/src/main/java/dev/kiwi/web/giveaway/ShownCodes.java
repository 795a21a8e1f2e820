package dev.kiwi.web.giveaway;

import dev.kiwi.api.giveaway.CodeList;
import dev.kiwi.command.giveaway.PrizeTexts;
import dev.kiwi.web.http.BlockingWork;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Codes with their texts out of the vault. */
@Component
class ShownCodes {
    private final PrizeTexts texts;
    private final BlockingWork blocking;

    ShownCodes(PrizeTexts texts, BlockingWork blocking) {
        this.texts = texts;
        this.blocking = blocking;
    }

    Mono<List<CodePublic>> of(CodeList codes) {
        return blocking.call(() -> codes.items().stream()
                .map(code -> CodePublic.of(code, texts.open(code.textId()).orElse(null)))
                .toList());
    }
}
