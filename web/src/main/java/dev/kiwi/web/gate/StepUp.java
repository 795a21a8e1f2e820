package dev.kiwi.web.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A dangerous act: an account that has a second factor must have shown it in the last ten minutes (at the login, or by
 * {@code POST /auth/second-factor/step-up}), else the answer is 403 {@code step_up_required}. Stands beside a
 * {@link Gate} that takes sessions, on a handler or a whole controller; accounts without a second factor pass. The session
 * must still be open when the act's command is sent ({@link HeldRequests}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface StepUp {}
