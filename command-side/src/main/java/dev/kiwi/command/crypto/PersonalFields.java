package dev.kiwi.command.crypto;

import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.PersonalData;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The marked fields of one class (a record's components are its fields).
 *
 * @param subject field that names the data subject; null when nothing is marked
 */
public record PersonalFields(Set<String> personal, @Nullable String subject) {

    /** @throws IllegalStateException when marks do not fit: no subject, two, not a String, or a primitive component */
    public static PersonalFields of(Class<?> type) {
        Set<String> personal = new HashSet<>();
        String subject = null;
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.isAnnotationPresent(PersonalData.class)) {
                    check(!field.getType().isPrimitive(), type, field.getName() + " must be nullable");
                    personal.add(field.getName());
                }
                if (field.isAnnotationPresent(DataSubject.class)) {
                    check(subject == null, type, "has two data subjects");
                    check(field.getType() == String.class, type, "its data subject must be a String");
                    subject = field.getName();
                }
            }
        }
        check(personal.isEmpty() || subject != null, type, "has personal data and no @DataSubject");
        return new PersonalFields(personal, subject);
    }

    boolean isEmpty() {
        return personal.isEmpty();
    }

    boolean isPersonal(String field) {
        return personal.contains(field);
    }

    boolean isSubject(String field) {
        return field.equals(subject);
    }

    private static void check(boolean holds, Class<?> type, String problem) {
        if (!holds) {
            throw new IllegalStateException(type.getName() + ": " + problem);
        }
    }
}
