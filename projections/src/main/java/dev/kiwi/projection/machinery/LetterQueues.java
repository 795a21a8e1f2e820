package dev.kiwi.projection.machinery;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;

/** Makes the dead-letter queue of a group; letters lie in the same transaction as the rows and the token. */
final class LetterQueues {
    static final int MAX_SEQUENCES = 1024;
    static final int MAX_SEQUENCE_SIZE = 1024;

    private static final DeadLetterSchema SCHEMA = DeadLetterSchema.builder()
            .deadLetterTable("pm.dead_letter")
            .deadLetterIdentifierColumn("dead_letter_id")
            .processingGroupColumn("processing_group")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_identifier")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .aggregateTypeColumn("aggregate_type")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .tokenTypeColumn("token_type")
            .tokenColumn("token")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .diagnosticsColumn("diagnostics")
            .build();

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Serializer tokens;
    private final Serializer events;

    LetterQueues(
            ConnectionProvider connections, TransactionManager transactions, Serializer tokens, Serializer events) {
        this.connections = connections;
        this.transactions = transactions;
        this.tokens = tokens;
        this.events = events;
    }

    JdbcSequencedDeadLetterQueue<EventMessage<?>> of(String group) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(SCHEMA)
                .genericSerializer(tokens)
                .eventSerializer(events)
                .maxSequences(MAX_SEQUENCES)
                .maxSequenceSize(MAX_SEQUENCE_SIZE)
                // Axon's pages of a sequence overlap once letters are gone; one page holds a whole sequence.
                .pageSize(MAX_SEQUENCE_SIZE + 1)
                .build();
    }
}
