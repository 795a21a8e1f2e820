package dev.kiwi.web.export;

import reactor.core.publisher.Flux;

/**
 * One list in the export of an account. A context that holds something of people declares a bean of this; no hash and no
 * secret is in it.
 */
public interface ExportPart {
    /** The member of the export's object, for example {@code api_tokens}. */
    String name();

    /** What is held of the account, oldest first, as JSON-able values; read only as fast as it is taken. */
    Flux<?> items(String accountId);
}
