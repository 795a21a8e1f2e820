package dev.kiwi.web.gate;

import dev.kiwi.web.gate.Credentials.ResolvedToken;
import org.springframework.web.server.ServerWebExchange;

/** Records the requests of API tokens, whatever comes of them (platform.md 12.1). */
public interface UsageRecording {
    /** A token was resolved; the request is to be recorded when its answer starts. Never blocks, never fails. */
    void resolved(ResolvedToken token, ServerWebExchange exchange);
}
