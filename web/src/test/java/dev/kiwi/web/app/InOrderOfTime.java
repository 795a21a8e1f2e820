package dev.kiwi.web.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a test that tells events apart by their times: it gets a Kiwi in whose store nobody has written at a
 * {@link RunningKiwi#later later time}, behind which the times of new events do not go.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InOrderOfTime {}
