package dev.kiwi.command.account.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * webauthn4j, the library under Spring Security's passkeys (ADR 0025): whether an answer of an authenticator is good for
 * a challenge. The owner must always have been verified, by a PIN or a look. Slow to make; may be shared.
 */
final class WebAuthn {
    /** In the order in which authenticators should choose. */
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private static final boolean OWNER_VERIFIED = true;
    private static final boolean OWNER_PRESENT = true;

    private final String partyId;
    private final Set<Origin> origins;
    private final WebAuthnManager manager;
    private final AttestationObjectConverter attestations;

    WebAuthn(RelyingParty party) {
        ObjectConverter objects = new ObjectConverter();
        this.partyId = party.id();
        this.origins = party.origins().stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
        // Takes every attestation as none: which make an authenticator is does not matter here.
        this.manager = WebAuthnManager.createNonStrictWebAuthnManager(objects);
        this.attestations = new AttestationObjectConverter(objects);
    }

    /** What a new credential says of itself. @param synced whether its provider keeps a copy of it */
    record Made(long signCount, boolean synced) {}

    /** What a signature says besides. @param rising whether the count is above the last one */
    record Signed(long signCount, boolean rising, boolean synced) {}

    /**
     * @throws com.webauthn4j.util.exception.WebAuthnException when something about the answer is not right
     * @throws tools.jackson.core.JacksonException when it cannot be read
     * @throws IllegalArgumentException when something is not right either
     */
    Made register(String challenge, Attested attested) {
        RegistrationRequest request =
                new RegistrationRequest(bytes(attested.attestationObject()), bytes(attested.clientData()));
        AuthenticatorData<?> data = Objects.requireNonNull(
                        manager.verify(
                                        request,
                                        new RegistrationParameters(
                                                server(challenge), ALGORITHMS, OWNER_VERIFIED, OWNER_PRESENT))
                                .getAttestationObject(),
                        "verified")
                .getAuthenticatorData();
        requireItsOwnId(
                Objects.requireNonNull(data.getAttestedCredentialData(), "verified"), bytes(attested.credentialId()));
        return new Made(data.getSignCount(), data.isFlagBS());
    }

    /** What the browser says is not signed; what the authenticator says counts. */
    private static void requireItsOwnId(AttestedCredentialData attested, byte[] credentialId) {
        if (!Arrays.equals(attested.getCredentialId(), credentialId)) {
            throw new IllegalArgumentException("The credential has another id");
        }
    }

    /**
     * @param attestation the attestation object of the credential's registration
     * @param lastCount the credential's count so far
     * @throws com.webauthn4j.util.exception.WebAuthnException when something about the answer is not right
     * @throws tools.jackson.core.JacksonException when it cannot be read
     * @throws IllegalArgumentException when something is not right either
     */
    Signed authenticate(String challenge, Asserted asserted, byte[] attestation, long lastCount) {
        AuthenticationData data = manager.parse(new AuthenticationRequest(
                bytes(asserted.credentialId()),
                bytes(asserted.authenticatorData()),
                bytes(asserted.clientData()),
                bytes(asserted.signature())));
        AuthenticatorData<?> said = Objects.requireNonNull(data.getAuthenticatorData(), "parsed");
        try {
            manager.verify(
                    data,
                    new AuthenticationParameters(
                            server(challenge), record(attestation, lastCount), null, OWNER_VERIFIED, OWNER_PRESENT));
        } catch (MaliciousCounterValueException behind) {
            return new Signed(said.getSignCount(), false, said.isFlagBS());
        }
        return new Signed(said.getSignCount(), true, said.isFlagBS());
    }

    private CredentialRecordImpl record(byte[] attestation, long lastCount) {
        AttestationObject object = Objects.requireNonNull(attestations.convert(attestation), "only of null is it null");
        CredentialRecordImpl record = new CredentialRecordImpl(object, null, null, null);
        record.setCounter(lastCount);
        return record;
    }

    private ServerProperty server(String challenge) {
        return new ServerProperty(origins, partyId, new DefaultChallenge(bytes(challenge)));
    }

    private static byte[] bytes(String base64Url) {
        return Base64.getUrlDecoder().decode(base64Url);
    }
}
