package dev.kiwi.web.guide;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.token.Scope;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables in Markdown that follow from the code and the document, for the guide and {@code llms.txt}. */
final class Tables {
    private static final Map<ErrorCode, String> MEANINGS = Map.ofEntries(
            Map.entry(ErrorCode.BAD_REQUEST, "the input makes no sense, or the body is too large (413)"),
            Map.entry(ErrorCode.VALIDATION_ERROR, "the input does not match the schema; `details` says where"),
            Map.entry(ErrorCode.NOT_AUTHENTICATED, "no credential, or one that is not good (any more)"),
            Map.entry(ErrorCode.INVALID_CREDENTIALS, "wrong e-mail, password or code"),
            Map.entry(ErrorCode.SECOND_FACTOR_REQUIRED, "the login goes on with a second factor"),
            Map.entry(ErrorCode.CAPTCHA_FAILED, "the captcha is missing or was not solved"),
            Map.entry(ErrorCode.FORBIDDEN, "known, but not allowed: for administrators"),
            Map.entry(ErrorCode.STEP_UP_REQUIRED, "the second factor has to be shown again"),
            Map.entry(ErrorCode.NOT_FOUND, "nothing at this address, or the feature is switched off"),
            Map.entry(ErrorCode.NOT_PUBLIC, "it is there, and not public"),
            Map.entry(
                    ErrorCode.CONFLICT,
                    "in conflict with what is there, or a request with this `Idempotency-Key` runs"),
            Map.entry(ErrorCode.PRECONDITION_FAILED, "`If-Match` names another version"),
            Map.entry(ErrorCode.IDEMPOTENCY_KEY_REUSED, "this `Idempotency-Key` was used with another body"),
            Map.entry(ErrorCode.EMAIL_TAKEN, "there is an account with this address"),
            Map.entry(ErrorCode.EMAIL_UNVERIFIED, "the address has to be verified first"),
            Map.entry(ErrorCode.DISPOSABLE_EMAIL, "a throw-away address"),
            Map.entry(ErrorCode.PASSWORD_BREACHED, "the password is in a known data breach"),
            Map.entry(ErrorCode.ACCOUNT_LOCKED, "too many failures; `Retry-After` says how long"),
            Map.entry(ErrorCode.INSUFFICIENT_SCOPE, "the token lacks the scope that `details.required` names"),
            Map.entry(ErrorCode.IP_NOT_ALLOWED, "the caller's address is not on the token's list"),
            Map.entry(ErrorCode.RATE_LIMITED, "a budget is used up; `Retry-After` says how long"),
            Map.entry(ErrorCode.METHOD_NOT_ALLOWED, "the address is there, not with this method"),
            Map.entry(ErrorCode.SERVICE_UNAVAILABLE, "something that this needs is away for the moment; try again"),
            Map.entry(
                    ErrorCode.INTERNAL_ERROR,
                    "our fault; quote the `request_id`. With 406 and 415 the `Accept` or `Content-Type` does not fit, with 502 a"
                            + " service of others failed"));

    private Tables() {}

    /** @param reference null while the document cannot be made: then no scope is said to open nothing */
    static String scopes(@Nullable Reference reference) {
        Set<String> used = reference == null
                ? Set.of()
                : reference
                        .operations()
                        .map(Operation::scope)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return "| scope | value | opens | without a token |\n|---|---|---|---|\n"
                + Arrays.stream(Scope.values())
                        .map(scope -> "| `%s` | %d | %s | %s |\n"
                                .formatted(
                                        scope.key(),
                                        scope.value(),
                                        scope.description(),
                                        reference == null || used.contains(scope.key())
                                                ? tokenless(scope)
                                                : "no endpoint here yet"))
                        .collect(Collectors.joining());
    }

    private static String tokenless(Scope scope) {
        return switch (scope.tokenless()) {
            case ALL -> "yes";
            case SOME -> "some";
            case NONE -> "no";
        };
    }

    static String errors() {
        return "| `code` | status | means |\n|---|---|---|\n"
                + Arrays.stream(ErrorCode.values())
                        .map(code -> "| `%s` | %d | %s |\n".formatted(code.slug(), code.status(), MEANINGS.get(code)))
                        .collect(Collectors.joining());
    }

    /** Every data endpoint, by tag. */
    static String endpoints(Reference reference) {
        return reference.tags().stream()
                .map(tag -> "### " + tag.title() + "\n\n" + tag.description() + ".\n\n"
                        + "| endpoint | scope | token | what it does |\n|---|---|---|---|\n"
                        + tag.operations().stream().map(Tables::row).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Operation operation) {
        return "| [`%s %s`](/reference/%s#%s) | %s | %s | %s |\n"
                .formatted(
                        operation.method(),
                        operation.path(),
                        operation.tag(),
                        operation.id(),
                        operation.scope() == null ? "" : "`" + operation.scope() + "`",
                        switch (operation.access()) {
                            case ANYBODY, TOKEN_OPTIONAL -> "not needed";
                            case TOKEN -> "needed";
                            case ADMINISTRATOR -> "administrator's";
                            case SITE_PERSON -> "session of the website";
                        },
                        operation.summary());
    }
}
