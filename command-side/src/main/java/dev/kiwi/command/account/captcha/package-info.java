/** Captchas: the port, and the adapter for providers that answer {@code siteverify} calls. */
@NullMarked
package dev.kiwi.command.account.captcha;

import org.jspecify.annotations.NullMarked;
