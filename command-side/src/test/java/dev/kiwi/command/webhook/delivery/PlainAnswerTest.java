package dev.kiwi.command.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainAnswerTest {
    @Test
    void isOneLineThatMovesNothing() {
        assertThat(PlainAnswer.of("  ok\r\n")).isEqualTo("ok");
        assertThat(PlainAnswer.of("a\0b\033[31mc\7")).isEqualTo("a b [31mc");
        assertThat(PlainAnswer.of("a\u202eb\u200bc\u2028d")).isEqualTo("a b c d");
        assertThat(PlainAnswer.of("half \ud83d of a character")).isEqualTo("half of a character");
        assertThat(PlainAnswer.of("\ufffd\ufffd{\"a\":1}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void isBounded() {
        assertThat(PlainAnswer.of("x".repeat(5_000))).isEqualTo("x".repeat(PlainAnswer.LONGEST) + "…");
        assertThat(PlainAnswer.of("🥝".repeat(PlainAnswer.LONGEST))).isEqualTo("🥝".repeat(PlainAnswer.LONGEST));
        assertThat(PlainAnswer.of(" \n\t")).isNull();
    }
}
