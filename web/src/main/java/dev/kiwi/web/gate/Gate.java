package dev.kiwi.web.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The gate of one handler method or of a whole controller (platform.md 8). The application does not start with a handler that has none. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Gate {
    Kind value();

    /** Scope key for {@link Kind#SCOPE} and {@link Kind#PUBLIC}, for example {@code leaderboards:read}. */
    String scope() default "";

    /** For {@link Kind#MASTER_INGEST}: whether the ingest cooldown is counted. */
    boolean cooldown() default true;

    enum Kind {
        /** Anybody; no limit. */
        OPEN,
        /** Session JWT. */
        SESSION,
        /** Session JWT of a superuser, or the local operator's credential. */
        SUPERUSER_SESSION,
        /** API token that carries the scope. */
        SCOPE,
        /** Any good API token, whatever its scopes. */
        TOKEN,
        /** Nothing, or any good API token; one without the scope is let through as anonymous. */
        PUBLIC,
        /** Superuser's API token or session, or the local operator's credential. */
        MASTER_INGEST,
        /** Superuser's API token only. */
        SUPERUSER_TOKEN,
        /** Session JWT of a site user (site-users.md 5); the portal's are refused. */
        SITE_SESSION,
        /** Anybody; whoever shows a good session JWT of a site user is that one, everybody else is anonymous. */
        SITE_VIEWER
    }
}
