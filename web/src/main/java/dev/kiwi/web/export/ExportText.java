package dev.kiwi.web.export;

import dev.kiwi.api.account.AccountExport;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Writes an export piece by piece, so that its size does not matter to this node's memory. */
@Component
final class ExportText {
    private final JsonMapper json;
    private final List<ExportPart> parts;

    ExportText(JsonMapper json, ObjectProvider<ExportPart> parts) {
        this.json = json;
        this.parts = parts.orderedStream().toList();
    }

    Flux<String> of(AccountExport account, Instant now) {
        String head =
                "{\"exported_at\":" + json.writeValueAsString(now) + ",\"user\":" + json.writeValueAsString(account);
        return Flux.concat(
                Flux.just(head),
                Flux.fromIterable(parts).concatMap(part -> member(part, account.id())),
                Flux.just("}"));
    }

    private Flux<String> member(ExportPart part, String accountId) {
        return Flux.concat(
                Flux.just(",\"" + part.name() + "\":["),
                part.items(accountId).index((n, item) -> (n == 0 ? "" : ",") + json.writeValueAsString(item)),
                Flux.just("]"));
    }
}
