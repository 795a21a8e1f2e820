package dev.kiwi.web.blob;

import static dev.kiwi.web.app.RunningKiwi.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kiwi.command.blob.BlobStore.Upload;
import dev.kiwi.command.blob.ZstdBlobStore;
import dev.kiwi.web.app.RunningKiwi;
import dev.kiwi.web.app.WithKiwi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the admin sees of the blob store. */
@ExtendWith(WithKiwi.class)
class BlobsApiTest {
    private final RunningKiwi kiwi;

    BlobsApiTest(RunningKiwi kiwi) {
        this.kiwi = kiwi;
    }

    private JsonNode count() {
        return json(kiwi.with(kiwi.superuser().session()).get().uri("/admin/blobs"));
    }

    @Test
    void aNewBlobIsCounted() throws IOException {
        JsonNode before = count();
        try (Upload upload = kiwi.part(ZstdBlobStore.class).begin()) {
            upload.write(ByteBuffer.wrap(new ObjectId().toHexString().getBytes(StandardCharsets.UTF_8)));
            upload.commit();
        }
        JsonNode after = count();
        assertThat(after.path("blobs").longValue())
                .isEqualTo(before.path("blobs").longValue() + 1);
        assertThat(after.path("stored_bytes").longValue())
                .isGreaterThan(before.path("stored_bytes").longValue());
        assertThat(after.path("newest_at").stringValue()).endsWith("Z");
    }

    @Test
    void itIsForAdministrators() {
        json(kiwi.client().get().uri("/admin/blobs").exchange(), 401);
        json(kiwi.with(kiwi.account().session()).get().uri("/admin/blobs").exchange(), 403);
    }
}
