// Progress of rebuilds as the server sends it. EventSource cannot send the session's token, so the stream is read here.
import { api } from "../api.js";

const PAUSE = 5000;

/** @param heard called with each change; until the signal is aborted a stream that ends is opened again */
export async function rebuilds(heard, signal) {
  while (!signal.aborted) {
    await listen(heard, signal).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function listen(heard, signal) {
  const response = await api.raw("/admin/projections/stream", { headers: { Accept: "text/event-stream" }, signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (waiting + value).split("\n\n");
    waiting = parts.pop();
    parts.forEach((part) => deliver(part, heard));
  }
}

function deliver(part, heard) {
  const lines = part.split("\n");
  const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
  if (data && lines.some((line) => line.startsWith("event:") && line.slice(6).trim() === "rebuild")) heard(JSON.parse(data));
}
