package dev.kiwi.projection.ingest;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.kiwi.api.ingest.IngestEvent.SubmissionRecorded;
import dev.kiwi.projection.machinery.ReadModel;
import java.time.Duration;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.bson.Document;

/** One document a submission. An event is a submission's only one, so writing it again changes nothing. */
public final class IngestLogProjector {
    public static final String COLLECTION = "ingest_log";
    private static final Duration RETENTION = Duration.ofDays(30);

    private final ReadModel model;

    public IngestLogProjector(ReadModel model) {
        this.model = model;
    }

    @EventHandler
    public void on(SubmissionRecorded event) {
        Document row = new Document("_id", event.submissionId())
                .append("endpoint", event.endpoint())
                .append("account_id", event.accountId())
                .append("auth_via", event.authVia())
                .append("token_name", event.tokenName())
                .append("success", event.success())
                .append("summary", new Document(event.summary()))
                .append("error", event.error())
                .append("at", Date.from(event.at()));
        model.write(
                COLLECTION,
                new ReplaceOneModel<>(Filters.eq("_id", event.submissionId()), row, new ReplaceOptions().upsert(true)));
        // By the event's time, not the clock's: a rebuild then keeps the same rows.
        Date oldest = Date.from(event.at().minus(RETENTION));
        model.write(COLLECTION, new DeleteManyModel<>(Filters.lt("at", oldest)));
    }
}
