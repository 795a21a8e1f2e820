package dev.kiwi.web.http;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON bodies, read by the mapper of the application and validated: refused as one of the two, or good, and then nothing
 * that the body is asked for fails. The first byte chooses the type of the body.
 */
public final class BodyFuzz {
    private static final List<Class<?>> BODIES = bodies(
            "account.LoginBody",
            "account.SignUpBody",
            "account.EmailBody",
            "account.CodeBody",
            "account.EmailChangeController$ChangeBody",
            "account.SecondStepController$SecondStepBody",
            "account.ResetPasswordController$ForgotBody",
            "account.ResetPasswordController$ResetBody",
            "account.SecondFactorController$EnrolBody",
            "account.ChangePasswordController$ChangeBody",
            "account.MeController$ProfileBody",
            "account.MeController$DeleteBody",
            "token.MintBody",
            "token.EditBody",
            "token.RotateBody",
            "token.TokenController$RevokeBody",
            "session.RefreshController$RefreshBody",
            "session.RefreshController$LogoutBody",
            "config.ConfigController$OverrideBody");

    private static final JsonMapper JSON = mapper();
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private BodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Class<?> type = BODIES.get(Byte.toUnsignedInt(input[0]) % BODIES.size());
        Object body;
        try {
            body = JSON.readValue(input, 1, input.length - 1, type);
        } catch (JacksonException refused) {
            return;
        }
        if (body != null && VALIDATOR.validate(body).isEmpty()) {
            Arrays.stream(type.getDeclaredMethods()).forEach(method -> ask(body, method));
        }
    }

    private static void ask(Object body, Method method) {
        if (method.getParameterCount() > 0 || Modifier.isStatic(method.getModifiers())) {
            return;
        }
        try {
            method.setAccessible(true);
            method.invoke(body);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " of a valid body", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new JsonConventions().customize(builder);
        return builder.build();
    }

    private static List<Class<?>> bodies(String... names) {
        return Arrays.stream(names).<Class<?>>map(BodyFuzz::body).toList();
    }

    private static Class<?> body(String name) {
        try {
            return Class.forName("dev.kiwi.web." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
