package dev.kiwi.web.responsecache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answers of a handler are the same for every caller that its gate lets in, and change only when a read model of its
 * {@link dev.kiwi.web.gate.ReadsFrom} does, or when the {@link FreshTime} is over that the handler has marked.
 * They may then be kept for others, and carry an ETag.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SharedResponse {}
