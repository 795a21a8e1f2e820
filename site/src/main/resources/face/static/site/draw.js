// Checks a draw of kiwi-draw-1 with nothing but what is published.
const text = new TextEncoder();
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = (value) => Uint8Array.from(value.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));

/** The place of the winner among the tickets, from 0. */
export async function winnerIndex(seed, giveawayId, hash, tickets) {
  const key = await crypto.subtle.importKey("raw", bytesOf(seed), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const n = BigInt(tickets.length);
  const fair = (2n ** 64n / n) * n;
  for (let round = 0; ; round++) {
    const mac = await crypto.subtle.sign("HMAC", key, text.encode(["kiwi-draw-1", giveawayId, hash, round].join("\n")));
    const x = new DataView(mac).getBigUint64(0);
    if (x < fair) return Number(x % n);
  }
}

/** @param draw of /v1/giveaways/{id}/draw @returns [{what, good}] for each step */
export async function checked(draw) {
  const hash = await sha256(text.encode(draw.tickets.map((ticket) => ticket + "\n").join("")));
  const index = await winnerIndex(draw.seed, draw.giveaway_id, hash, draw.tickets);
  return [
    { what: "The seed is the one that was committed to", good: (await sha256(bytesOf(draw.seed))) === draw.commitment },
    { what: "The hash is that of the tickets", good: hash === draw.entrants_hash },
    { what: `The number leads to ticket ${index + 1} of ${draw.tickets.length}`, good: index === draw.winner_index && draw.tickets[index] === draw.winner_ticket },
  ];
}
