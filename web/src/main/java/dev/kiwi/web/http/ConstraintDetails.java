package dev.kiwi.web.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Violated constraints as 422 details: of a body, of parameters, of anything validated by hand. */
final class ConstraintDetails {
    private ConstraintDetails() {}

    static List<ErrorDetail> of(WebExchangeBindException error) {
        MethodParameter parameter = error.getMethodParameter();
        return of(ParameterSource.of(parameter), "", error.getBindingResult());
    }

    static List<ErrorDetail> of(HandlerMethodValidationException error) {
        return error.getParameterValidationResults().stream()
                .flatMap(result -> of(result).stream())
                .toList();
    }

    static List<ErrorDetail> of(ConstraintViolationException error) {
        return error.getConstraintViolations().stream()
                .map(ConstraintDetails::detail)
                .toList();
    }

    private static ErrorDetail detail(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Object[] attributes = {
            violation.getConstraintDescriptor().getAttributes().get("max"),
            violation.getConstraintDescriptor().getAttributes().get("min")
        };
        return ErrorDetail.at(
                "body",
                violation.getPropertyPath().toString(),
                violation.getMessage(),
                ConstraintType.slug(constraint, violation.getInvalidValue(), attributes));
    }

    private static List<ErrorDetail> of(ParameterValidationResult result) {
        MethodParameter parameter = result.getMethodParameter();
        String source = ParameterSource.of(parameter);
        String index = result.getContainerIndex() == null ? "" : "[" + result.getContainerIndex() + "]";
        if (result instanceof ParameterErrors errors) {
            return of(source, index, errors);
        }
        String name = source.equals("body") ? index : ParameterSource.name(parameter) + index;
        return result.getResolvableErrors().stream()
                .map(error -> detail(source, name, error, result.getArgument()))
                .toList();
    }

    private static List<ErrorDetail> of(String source, String prefix, Errors errors) {
        List<ErrorDetail> details = new ArrayList<>();
        for (FieldError error : errors.getFieldErrors()) {
            details.add(detail(source, prefix + "." + error.getField(), error, error.getRejectedValue()));
        }
        errors.getGlobalErrors().forEach(error -> details.add(detail(source, prefix, error, null)));
        return details;
    }

    private static ErrorDetail detail(
            String source, String path, MessageSourceResolvable error, @Nullable Object value) {
        String[] codes = error.getCodes();
        String constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        Object[] arguments = error.getArguments();
        // The first argument names the field; then come the constraint's attributes by name (max before min).
        Object[] attributes =
                arguments == null ? new Object[0] : Stream.of(arguments).skip(1).toArray();
        String message = error.getDefaultMessage();
        if (constraint.equals("typeMismatch")) {
            message = "has the wrong type";
        }
        return ErrorDetail.at(
                source,
                path,
                message == null ? "is not valid" : message,
                ConstraintType.slug(constraint, value, attributes));
    }
}
