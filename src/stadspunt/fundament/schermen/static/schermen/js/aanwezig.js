/*
 * Says that somebody is at a place (data-aanwezig="vraag-12"), and whether he writes: a lease that the server lets end by itself when no
 * sign comes any more. What others see of it comes back over the live line.
 */
const TEKEN_MS = 20_000;
const SCHRIJFT_MS = 30_000;

/** Give signs as long as the page is in sight. */
export function showAanwezigheid() {
  const plek = document.querySelector("[data-aanwezig]");
  if (!plek) return;
  const { aanwezig, aanwezigUrl } = plek.dataset;
  const csrf = document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
  const blad = window.crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 40);
  let vorige = Promise.resolve(); // one sign after the other, so that an older one is not believed later
  let getypt = 0;
  let klok = 0;
  const schrijft = () => Date.now() - getypt < SCHRIJFT_MS;
  const send = (weg) => {
    const lijf = new URLSearchParams({ plek: aanwezig, blad, csrfmiddlewaretoken: csrf });
    if (weg) lijf.set("weg", "1");
    else if (schrijft()) lijf.set("schrijft", "1");
    const post = () => fetch(aanwezigUrl, { method: "POST", body: lijf, keepalive: true, headers: { "X-Achtergrond": "1" } }).catch(() => {});
    if (weg) post();
    else vorige = vorige.then(post);
  };
  const begin = () => {
    window.clearInterval(klok);
    klok = window.setInterval(() => send(false), TEKEN_MS);
    send(false);
  };
  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.("textarea, [data-aanwezig-veld]")) return;
    const begon = !schrijft();
    getypt = Date.now();
    if (begon) begin();
  });
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? begin() : window.clearInterval(klok)));
  window.addEventListener("pagehide", () => send(true));
  begin();
}
