package dev.kiwi.web.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private final Seats seats = new Seats(4, 2, 3);

    private void refused(ErrorCode code, String address, @Nullable String token) {
        assertThatThrownBy(() -> seats.take(address, token))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void anAddressAndATokenHaveTheirOwnLimits() {
        seats.take("1", null);
        seats.take("1", null);
        refused(ErrorCode.RATE_LIMITED, "1", null);
        Seats others = new Seats(9, 1, 3);
        others.take("1", "t");
        others.take("1", "t");
        others.take("2", "t");
        assertThatThrownBy(() -> others.take("3", "t")).isInstanceOf(Refusal.class);
        others.take("1", null);
    }

    @Test
    void aFullNodeTakesNobodyUntilSomebodyLeaves() {
        Runnable first = seats.take("1", null);
        seats.take("1", null);
        seats.take("2", null);
        seats.take("2", null);
        refused(ErrorCode.SERVICE_UNAVAILABLE, "3", null);
        first.run();
        first.run();
        assertThat(seats.taken()).isEqualTo(3);
        seats.take("1", null);
        refused(ErrorCode.SERVICE_UNAVAILABLE, "3", "t");
    }
}
