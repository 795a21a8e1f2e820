package dev.kiwi.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLabelTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0 | Edge on Windows
                    Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0                            | Firefox on Linux
                    Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36              | Chrome on Android
                    Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1                  | Safari on iOS
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/131.0 Safari/537.36 OPR/116.0                | Opera on macOS
                    curl/8.5.0                                                                                        | curl on Unknown OS
                    """)
    void aDeviceIsNamedByBrowserAndSystem(String userAgent, String label) {
        assertThat(DeviceLabel.of(userAgent)).isEqualTo(label);
    }

    @Test
    void withoutAUserAgentThereIsNoLabel() {
        assertThat(DeviceLabel.of(null)).isNull();
        assertThat(DeviceLabel.of(" ")).isNull();
    }

    @Test
    void aLabelHasAtMost80Characters() {
        assertThat(DeviceLabel.of("x".repeat(500))).hasSize(80);
    }
}
