/*
 * Live lists: data-live="team-3" or several names. The server says only that a list changed, never what is in it; htmx then fetches the
 * element again by its own address, through the same gate as the page.
 */
const SAMEN_MS = 300;

/** A list in which somebody is choosing rows is not pulled away: it says that it changed. */
function isBezet(element) {
  return element.querySelector(".werklijst__keuze input:checked, dialog[open]") !== null;
}

function offerVerversen(element) {
  if (element.querySelector(".lijst-veranderd")) return;
  const regel = document.createElement("div");
  regel.className = "lijst-veranderd";
  regel.role = "status";
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "tekstknop";
  knop.textContent = "Ververs";
  knop.addEventListener("click", () => window.htmx.trigger(element, "live"));
  regel.append("De lijst is veranderd. ", knop);
  element.prepend(regel);
}

function refresh(namen) {
  const kiezer = [...namen].map((naam) => `[data-live~="${CSS.escape(naam)}"]`).join();
  for (const element of document.querySelectorAll(kiezer)) {
    if (isBezet(element)) offerVerversen(element);
    else window.htmx?.trigger(element, "live");
  }
}

function listNamen() {
  return new Set([...document.querySelectorAll("[data-live]")].flatMap((element) => element.dataset.live.split(/\s+/)));
}

/**
 * Open the line. `sinds` is the moment of the page: what changed while it was drawn is told at once.
 * Without it everything is fetched again as soon as the line is open, since what happened is unknown.
 */
function connect(basis, namen, sinds) {
  const vraag = new URLSearchParams([...namen].map((naam) => ["lijst", naam]));
  if (sinds) vraag.set("sinds", sinds);
  const veranderd = new Set();
  let klok = 0;
  const bron = new EventSource(`${basis}?${vraag}`);
  const onLijst = ({ data }) => {
    veranderd.add(data);
    window.clearTimeout(klok);
    klok = window.setTimeout(() => {
      refresh(veranderd);
      veranderd.clear();
    }, SAMEN_MS);
  };
  bron.addEventListener("lijst", onLijst);
  if (!sinds) bron.addEventListener("open", () => namen.forEach((naam) => onLijst({ data: naam })), { once: true });
  return bron;
}

/** Follow every list on the page through one line. A page out of sight lets go of it: a browser has only six. */
export function followLijsten() {
  const namen = listNamen();
  const blad = document.querySelector("[data-live-url]");
  if (namen.size === 0 || !blad?.dataset.liveUrl) return;
  let sinds = blad.dataset.liveSinds;
  let bron = null;
  const follow = () => {
    if (document.visibilityState === "visible") {
      bron ??= connect(blad.dataset.liveUrl, namen, sinds);
    } else {
      bron?.close();
      bron = null;
      sinds = undefined;
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
}
