package dev.kiwi.web.http;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsatisfiedRequestParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Input that could not even be read, as 422 details: broken JSON, wrong types, missing values. */
final class InputDetails {
    private InputDetails() {}

    static List<ErrorDetail> of(ServerWebInputException error) {
        MethodParameter parameter = error.getMethodParameter();
        String source = ParameterSource.of(parameter);
        String name = parameter == null || source.equals("body") ? "" : ParameterSource.name(parameter);
        return List.of(
                switch (error) {
                    case MissingRequestValueException e ->
                        ErrorDetail.at(source, e.getName(), "a value is needed", "missing");
                    case UnsatisfiedRequestParameterException e ->
                        ErrorDetail.at("query", "", "needed parameters are missing", "missing");
                    default -> ofCause(source, name, error);
                });
    }

    private static ErrorDetail ofCause(String source, String name, ServerWebInputException error) {
        for (Throwable at = error.getCause(); at != null; at = at.getCause()) {
            if (at instanceof MismatchedInputException mismatch) {
                String type = ValueType.slug(mismatch.getTargetType());
                return ErrorDetail.at(source, path(mismatch), ValueType.sentence(type), type);
            }
            if (at instanceof JacksonException) {
                return ErrorDetail.at(source, name, "is not valid JSON", "json_invalid");
            }
            if (at instanceof TypeMismatchException mismatch) {
                String type = ValueType.slug(mismatch.getRequiredType());
                return ErrorDetail.at(source, name, ValueType.sentence(type), type);
            }
        }
        boolean nothing = source.equals("body") && "No request body".equals(error.getReason());
        return nothing
                ? ErrorDetail.at(source, name, "a body is needed", "missing")
                : ErrorDetail.at(source, name, "could not be read", "value_error");
    }

    private static String path(JacksonException error) {
        return error.getPath().stream().map(InputDetails::segment).collect(Collectors.joining());
    }

    private static String segment(JacksonException.Reference reference) {
        @Nullable String property = reference.getPropertyName();
        return property == null ? "[" + reference.getIndex() + "]" : "." + property;
    }
}
