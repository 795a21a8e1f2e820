// How a receiver checks a signature; the same as in docs/webhooks.md.
export const VERIFY = {
  JavaScript: `import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(secret, header, rawBody, now = Date.now() / 1000) {
  const parts = header.split(',').map(part => part.split('='));
  const t = parts.find(([name]) => name === 't')?.[1];
  if (!t || Math.abs(now - Number(t)) > 300) return false;
  const expected = createHmac('sha256', secret).update(\`\${t}.\`).update(rawBody).digest();
  return parts.filter(([name]) => name === 'v1')
    .map(([, hex]) => Buffer.from(hex, 'hex'))
    .some(given => given.length === expected.length && timingSafeEqual(given, expected));
}`,
  Python: `import hashlib, hmac, time

def is_genuine(secret: str, header: str, raw_body: bytes) -> bool:
    parts = [part.split("=", 1) for part in header.split(",")]
    t = next((value for name, value in parts if name == "t"), "0")
    if abs(time.time() - int(t)) > 300:
        return False
    expected = hmac.new(secret.encode(), t.encode() + b"." + raw_body, hashlib.sha256).hexdigest()
    return any(hmac.compare_digest(value, expected) for name, value in parts if name == "v1")`,
  Java: `static boolean isGenuine(String secret, String header, byte[] rawBody, Instant now) throws GeneralSecurityException {
    List<String> parts = List.of(header.split(","));
    String t = parts.getFirst().substring("t=".length());
    if (Duration.between(Instant.ofEpochSecond(Long.parseLong(t)), now).abs().toSeconds() > 300) {
        return false;
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    mac.update((t + ".").getBytes(UTF_8));
    byte[] expected = ("v1=" + HexFormat.of().formatHex(mac.doFinal(rawBody))).getBytes(UTF_8);
    return parts.stream().anyMatch(part -> MessageDigest.isEqual(part.getBytes(UTF_8), expected));
}`,
  Shell: `printf '%s.' "$t" | cat - body.json | openssl dgst -sha256 -hmac "$secret"`,
};
