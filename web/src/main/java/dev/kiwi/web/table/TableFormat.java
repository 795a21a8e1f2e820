package dev.kiwi.web.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** How rows are written, each a JSON object with the columns as members. */
public enum TableFormat {
    /** RFC 4180 with a line of names; nothing in it is a formula to a spreadsheet. */
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)) {
        @Override
        public String begin(List<String> columns) {
            return line(columns);
        }

        @Override
        public String row(JsonNode row, List<String> columns) {
            return line(columns.stream().map(column -> cell(row.path(column))).toList());
        }
    },
    /** One JSON object a line. */
    NDJSON(MediaType.APPLICATION_NDJSON) {
        @Override
        public String begin(List<String> columns) {
            return "";
        }

        @Override
        public String row(JsonNode row, List<String> columns) {
            return row + "\n";
        }
    };

    private static final String FORMULA = "=+-@\t\r\n";

    private final MediaType mediaType;

    TableFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** What comes before the rows. */
    public abstract String begin(List<String> columns);

    public abstract String row(JsonNode row, List<String> columns);

    private static String line(List<String> cells) {
        StringWriter line = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(line)
                .writeRecord(cells);
        return line.toString();
    }

    // Players choose their names: a spreadsheet must not run one. Numbers stay numbers.
    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        boolean formula = value.isString() && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
