package dev.kiwi.web.siteuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import dev.kiwi.web.dispatch.Queries;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SiteUserReadsTest {
    private static ErrorCode codeWhenTheQueryEndsIn(ErrorCode code) {
        SiteUserReads people = new SiteUserReads(new Queries() {
            @Override
            public <R> Mono<R> ask(Object query, Class<R> type) {
                return Mono.error(new Refusal(code, "as the query says"));
            }
        });
        return catchThrowableOfType(
                        Refusal.class, () -> people.shown("a".repeat(24)).block())
                .code();
    }

    /** The gate has found the committed claim, so the person is there. */
    @Test
    void somebodyWhoIsNotInTheReadModelYetIsToTryAgain() {
        assertThat(codeWhenTheQueryEndsIn(ErrorCode.NOT_FOUND)).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(codeWhenTheQueryEndsIn(ErrorCode.INTERNAL_ERROR)).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }
}
