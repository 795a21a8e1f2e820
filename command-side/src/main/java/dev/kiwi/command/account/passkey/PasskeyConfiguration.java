package dev.kiwi.command.account.passkey;

import dev.kiwi.command.claim.Claims;
import dev.kiwi.command.crypto.SubjectCipher;
import dev.kiwi.command.crypto.SubjectKeys;
import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The beans of passkeys on the command side. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {
    @Bean
    RelyingParty relyingParty(
            @Value("${PASSKEY_RP_ID:}") String id,
            @Value("${APP_NAME:Kiwi API}") String name,
            @Value("${DEV_URL:https://dev.aallyn.net}") URI portal,
            @Value("${API_URL:https://api.aallyn.net}") URI api) {
        return RelyingParty.of(id, name, portal, api);
    }

    @Bean
    PasskeyVault passkeyVault(RelyingParty party, DataSource dataSource, SubjectKeys keys, Claims claims, Clock clock) {
        PasskeyVault vault = new PasskeyVault(
                new PasskeyTable(JdbcClient.create(dataSource)),
                new CredentialSeal(new SubjectCipher(keys)),
                SingletonSupplier.of(() -> new WebAuthn(party)),
                new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
                claims,
                clock);
        // Nobody can read them from then on; this also takes the rows away.
        keys.onDestroyed(vault::erased);
        return vault;
    }
}
