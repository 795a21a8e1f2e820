package dev.kiwi.web.gate;

import dev.kiwi.api.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** Who passed the gate; a controller method takes it as a parameter. */
public sealed interface Caller {
    Actor actor();

    /** The account behind the caller; null for anonymous callers and the operator. */
    @Nullable
    String accountId();

    /** Whose key encrypts what is noted of the caller; null for nobody known. */
    default @Nullable String subject() {
        return accountId();
    }

    record Anonymous() implements Caller {
        @Override
        public Actor actor() {
            return Actor.ANONYMOUS;
        }

        @Override
        public @Nullable String accountId() {
            return null;
        }
    }

    /** The holder of the local operator secret (the {@code kiwi} script). */
    record Operator() implements Caller {
        @Override
        public Actor actor() {
            return Actor.operator();
        }

        @Override
        public @Nullable String accountId() {
            return null;
        }
    }

    /**
     * @param verified its address; false also for seconds after it was verified on another node
     * @param steppedUp whether it has shown its second factor lately, or has none
     * @param factorShown whether it has shown one lately
     */
    record Session(
            String accountId,
            String sessionId,
            boolean superuser,
            boolean verified,
            boolean steppedUp,
            boolean factorShown)
            implements Caller {
        @Override
        public Actor actor() {
            return Actor.account(accountId);
        }
    }

    /** A person of the public website; no account. */
    record SiteUser(String siteUserId, String sessionId) implements Caller {
        @Override
        public Actor actor() {
            return Actor.siteUser(siteUserId);
        }

        @Override
        public @Nullable String accountId() {
            return null;
        }

        @Override
        public String subject() {
            return siteUserId;
        }
    }

    record Token(String accountId, String tokenId, String tokenName, boolean superuser) implements Caller {
        @Override
        public Actor actor() {
            return Actor.token(tokenId);
        }
    }
}
