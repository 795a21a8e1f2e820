package dev.kiwi.api.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component (or a snapshotted aggregate's field) that is stored encrypted with the key of the
 * {@link DataSubject} in the same record. The component must be nullable: it reads as {@code null} once the key is
 * destroyed. An empty collection is stored as it is and stays readable.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface PersonalData {}
