package dev.kiwi.api.locker;

import dev.kiwi.api.kernel.DataSubject;
import dev.kiwi.api.kernel.EventType;
import dev.kiwi.api.kernel.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a small aggregate that only tests know. */
public interface LockerEvents {
    @EventType(name = "locker.LockerRented")
    record LockerRented(
            String lockerId,
            String label,
            @DataSubject String renter,
            @PersonalData @Nullable String email,
            Instant until) {}

    /** Revision 1 had one {@code item}. */
    @EventType(name = "locker.ItemsStored", revision = "2")
    record ItemsStored(String lockerId, List<String> items) {}

    @EventType(name = "locker.LockerRelabelled")
    record LockerRelabelled(String lockerId, String label) {}

    /** Personal data of several people, below the top level. */
    @EventType(name = "locker.VisitorsNoted")
    record VisitorsNoted(String lockerId, List<Visitor> visitors) {}

    record Visitor(
            @DataSubject String subject,
            @PersonalData @Nullable String name,
            @PersonalData @Nullable Integer age) {}
}
