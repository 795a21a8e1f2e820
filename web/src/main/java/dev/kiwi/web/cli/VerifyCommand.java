package dev.kiwi.web.cli;

import dev.kiwi.command.crypto.DerivedKeys;
import dev.kiwi.command.eventstore.EventStoreProperties;
import dev.kiwi.command.eventstore.chain.ChainReport;
import dev.kiwi.command.eventstore.chain.ChainVerifier;
import dev.kiwi.command.eventstore.chain.SealFile;
import java.io.IOException;
import java.sql.SQLException;

/** Checks the hash chain of a running or stopped Kiwi; 0 only when it is whole. */
final class VerifyCommand {
    private VerifyCommand() {}

    static int run(Invocation invocation) {
        try (EventStoreAccess access = EventStoreAccess.of(invocation)) {
            EventStoreProperties files = EventStoreProperties.in(invocation.data(), SecretKey.of(invocation));
            ChainReport report = new ChainVerifier(
                            access.dataSource(), new DerivedKeys(files.secretKey()), new SealFile(files.sealFile()))
                    .verify(checked -> System.err.printf("%,d events checked%n", checked));
            return tell(report);
        } catch (SQLException | IOException e) {
            throw new Failure("Cannot verify: " + e.getMessage(), e);
        }
    }

    private static int tell(ChainReport report) {
        ChainReport.Fault broken = report.broken();
        if (broken == null) {
            System.out.printf("The chain is whole: %,d events, %,d seals%n", report.checked(), report.seals());
            return 0;
        }
        System.out.printf("BROKEN at position %d (%s): %s%n", broken.position(), broken.kind(), broken.explanation());
        return 1;
    }
}
