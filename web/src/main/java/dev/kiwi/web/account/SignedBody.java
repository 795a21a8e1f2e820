package dev.kiwi.web.account;

import dev.kiwi.web.account.passkey.AssertionJson;
import dev.kiwi.web.account.passkey.Base64Url;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a passkey has signed.
 *
 * @param challenge as it was in the options
 * @param credential what the browser's {@code toJSON()} gives
 */
record SignedBody(
        @NotNull @Size(max = 64) @Base64Url String challenge,
        @NotNull @Valid AssertionJson credential) {}
