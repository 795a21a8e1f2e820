package dev.kiwi.query.ingest;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.kiwi.api.ingest.GetIngestLog;
import dev.kiwi.api.ingest.GetIngestLog.IngestLog;
import dev.kiwi.api.ingest.GetIngestLog.Row;
import dev.kiwi.projection.ingest.IngestLogProjector;
import dev.kiwi.query.dispatch.QueryComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

@QueryComponent
class GetIngestLogHandler {
    private static final Duration RETENTION = Duration.ofDays(30);

    private final MongoDatabase mongo;
    private final ObjectProvider<AccountEmails> emails;
    private final Clock clock;

    GetIngestLogHandler(MongoDatabase mongo, ObjectProvider<AccountEmails> emails, Clock clock) {
        this.mongo = mongo;
        this.emails = emails;
        this.clock = clock;
    }

    @QueryHandler
    IngestLog handle(GetIngestLog query) {
        Bson recent = Filters.gte("at", Date.from(clock.instant().minus(RETENTION)));
        List<Document> documents = mongo.getCollection(IngestLogProjector.COLLECTION)
                .find(query.endpoint() == null ? recent : Filters.and(recent, Filters.eq("endpoint", query.endpoint())))
                .sort(Sorts.descending("at", "_id"))
                .limit(query.limit())
                .into(new ArrayList<>());
        Map<String, String> known = emails(documents);
        return new IngestLog(
                documents.stream().map(document -> row(document, known)).toList());
    }

    private Map<String, String> emails(List<Document> documents) {
        AccountEmails accounts = emails.getIfAvailable();
        return accounts == null
                ? Map.of()
                : accounts.of(documents.stream()
                        .map(document -> document.getString("account_id"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private static Row row(Document document, Map<String, String> emails) {
        @Nullable String account = document.getString("account_id");
        Map<String, @Nullable Object> summary = new HashMap<>(document.get("summary", Document.class));
        return new Row(
                document.getString("endpoint"),
                document.getDate("at").toInstant(),
                account == null ? null : emails.get(account),
                document.getBoolean("success"),
                summary,
                document.getString("error"),
                document.getString("auth_via"),
                document.getString("token_name"));
    }
}
