package dev.kiwi.projection.machinery;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.kiwi.api.kernel.ErrorCode;
import dev.kiwi.api.kernel.NotThereYet;
import dev.kiwi.api.kernel.Refusal;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault of the surroundings (a store is gone, a lock was lost, another read model lags behind) from a fault of the
 * event. The first repeats the whole batch later; only the second may become a dead letter.
 */
final class PassingFault {
    /** Connection, roll-back by the server, resources, operator intervention, system error, lock not available. */
    private static final Set<String> SQL_CLASSES = Set.of("08", "40", "53", "57", "58");

    private PassingFault() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(Throwable cause) {
        return switch (cause) {
            case OutOfMemoryError _ -> true;
            case NotThereYet _ -> true;
            case Refusal refusal -> refusal.code() == ErrorCode.SERVICE_UNAVAILABLE;
            case SQLTransientException _ -> true;
            case SQLRecoverableException _ -> true;
            case SQLException sql -> isPassingState(sql.getSQLState());
            // A committed event's blob is there: only its own absence is no passing thing.
            case NoSuchFileException _ -> false;
            case FileSystemException _ -> true;
            case MongoSocketException _ -> true;
            case MongoTimeoutException _ -> true;
            case MongoException mongo -> mongo.hasErrorLabel("RetryableWriteError");
            default -> false;
        };
    }

    private static boolean isPassingState(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (SQL_CLASSES.contains(state.substring(0, 2)) || state.equals("55P03"));
    }
}
