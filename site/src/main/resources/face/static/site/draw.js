// Repeats a draw in the browser: kiwi-draw-1, as the API's documentation of draws describes it.
const text = new TextEncoder();
const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (data) => hex(await crypto.subtle.digest("SHA-256", data));

/** @param draw what the API shows of it @returns {seed, entrants, winner}: whether each is as published */
export async function check(draw) {
  const seed = bytes(draw.seed);
  const entrants = await sha256(text.encode(draw.tickets.map((ticket) => ticket + "\n").join("")));
  return {
    seed: (await sha256(seed)) === draw.commitment,
    entrants: entrants === draw.entrants_hash,
    winner: (await index(draw, seed, entrants)) === draw.winner_index,
  };
}

async function index(draw, seed, entrants) {
  const n = BigInt(draw.tickets.length);
  if (n === 0n) return null;
  const limit = ((1n << 64n) / n) * n;
  const key = await crypto.subtle.importKey("raw", seed, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  for (let round = 0; round < 1000; round++) {
    const mac = new DataView(await crypto.subtle.sign("HMAC", key, text.encode(["kiwi-draw-1", draw.giveaway_id, entrants, round].join("\n"))));
    const x = mac.getBigUint64(0);
    if (x < limit) return Number(x % n);
  }
  return null;
}
