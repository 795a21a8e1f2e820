package dev.kiwi.command.mail;

import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeys;
import dev.kiwi.command.dispatch.CommandDispatcher;
import dev.kiwi.command.schedule.ScheduledJob;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The mail context's beans on the command side. What they ask of other contexts is asked with the first message. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    MailSettings mailSettings(Environment environment) {
        return new MailVariables(environment).settings();
    }

    @Bean
    MailTables mailTables(DataSource dataSource) {
        return new MailTables(dataSource);
    }

    @Bean
    MailCipher mailCipher(SubjectKeys keys) {
        return new MailCipher(new SubjectCipher(keys));
    }

    @Bean
    AskedAccounts askedAccounts(CommandDispatcher commands, @Value("${API_URL:https://api.aallyn.net}") String apiUrl) {
        return new AskedAccounts(commands, apiUrl);
    }

    @Bean
    MailWorker mailWorker(
            MailTables tables,
            MailCipher cipher,
            MailSettings settings,
            ObjectProvider<MailAddresses> addresses,
            AskedAccounts accounts,
            MeterRegistry meters,
            Clock clock,
            @Value("${kiwi.projections.enabled:true}") boolean works) {
        return new MailWorker(
                () -> new OutboxRound(
                        new Outbox(tables, cipher, clock),
                        new BouncedAccounts(tables),
                        new SmtpCourier(settings, clock),
                        addresses.getObject(),
                        accounts,
                        settings,
                        meters),
                settings,
                works);
    }

    @Bean
    Mailroom mailroom(
            MailTables tables,
            MailCipher cipher,
            MailSettings settings,
            AskedAccounts accounts,
            ObjectProvider<TokenLabels> tokens,
            MailWorker worker,
            Clock clock) {
        return new Mailroom(
                settings,
                new Outbox(tables, cipher, clock),
                new BouncedAccounts(tables),
                accounts,
                (token, position) -> tokens.getObject().of(token, position),
                worker::wake);
    }

    @Bean
    OperatorMail operatorMail(Mailroom mailroom) {
        return new OperatorMail(mailroom);
    }

    @Bean
    OutboxDesk outboxDesk(MailTables tables, MailCipher cipher, MailSettings settings, MailWorker worker, Clock clock) {
        return new OutboxDesk(tables, cipher, worker::wake, settings.retention(), clock);
    }

    @Bean
    ScheduledJob mailExpiryJob(OutboxDesk desk) {
        return new ScheduledJob("mail-expiry", Duration.ofDays(1), () -> desk.expire() + " old messages deleted");
    }
}
