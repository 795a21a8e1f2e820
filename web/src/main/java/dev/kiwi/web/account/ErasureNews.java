package dev.kiwi.web.account;

import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.web.invalidate.Invalidations;
import org.springframework.stereotype.Component;

/** Tells the other nodes of destroyed keys, so that none goes on reading with a copy in memory. */
@Component
class ErasureNews {
    private static final String TOPIC = "subject-key";

    ErasureNews(SubjectKeys keys, Invalidations invalidations) {
        keys.onDestroyed(subject -> invalidations.publish(TOPIC, subject));
        invalidations.subscribe(TOPIC, subject -> {
            if (subject.equals(Invalidations.ALL)) {
                keys.forgetAll();
            } else {
                keys.forget(subject);
            }
        });
    }
}
