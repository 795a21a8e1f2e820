package dev.kiwi.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentedAnswersTest {
    private static final JsonNode DOCUMENT = JsonMapper.shared().readTree("""
            {"paths":{
              "/v1/boards/{id}":{"get":{"responses":{
                "200":{"content":{"application/json":{"schema":{"type":"object","required":["name"],
                  "properties":{"name":{"type":"string"}}}}}},
                "404":{"description":"not there"}}}},
              "/v1/boards/all":{"get":{"responses":{"204":{}}}, "post":{"responses":{"201":{}}}}}}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET | /v1/boards/7 | 200 | {\"name\":\"a\"} | ''",
                "HEAD | /v1/boards/7 | 200 | - | ''",
                "GET | /v1/boards/7 | 404 | - | ''",
                "GET | /v1/boards/7 | 304 | - | ''",
                "PUT | /v1/boards/7 | 405 | - | ''",
                "GET | /v1/nothing | 404 | - | ''",
                "GET | /v1/boards/all | 204 | - | ''",
                "POST | /v1/boards/all | 201 | - | ''",
                "GET | /v1/boards/all | 200 | - | GET /v1/boards/all answered 200, which is no status of the operation",
                "GET | /v1/nothing | 200 | - | GET /v1/nothing answered 200, which is no route of it",
                "DELETE | /v1/boards/7 | 204 | - | DELETE /v1/boards/7 answered 204, which is no route of it",
                "GET | /v1/boards/7 | 500 | - | GET /v1/boards/7 answered 500, which is no status of the operation",
                "GET | /v1/boards/7 | 200 | {} | 'GET /v1/boards/7 answered 200, and body.name is missing'",
                "GET | /v1/boards/7 | 200 | { | GET /v1/boards/7 answered 200 with a body that is no JSON"
            })
    void saysWhatIsNotDocumented(String method, String path, int status, String body, String fault) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        assertThat(String.join(
                        "; ",
                        DocumentedAnswers.faults(DOCUMENT, method, path, status, MediaType.APPLICATION_JSON, bytes)))
                .isEqualTo(fault);
    }
}
