package dev.kiwi.web.scanning;

import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.Refusal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reports of leaked tokens: findings that can be written into the answer, or 400. */
public final class ReportFuzz {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReportFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<Finding> findings;
        try {
            findings = Finding.in(input, JSON);
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.BAD_REQUEST) {
                throw refusal;
            }
            return;
        }
        JSON.writeValueAsBytes(findings);
        if (findings.stream().anyMatch(finding -> finding.token().isEmpty())) {
            throw new AssertionError("a finding without a token");
        }
    }
}
