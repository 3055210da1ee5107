/* The registration screen by keyboard: arrows through candidates, a filter on quick codes, Ctrl+Enter to keep. */
import { keepMeegetypt } from "./meetypen.js";
import { prepareVragenmenu } from "./vragenmenu.js";

function walkKandidaten(gebeurtenis) {
  const zoek = document.getElementById("zoek_klant");
  const kandidaten = [...document.querySelectorAll("#kandidaten .kandidaat")];
  const nu = kandidaten.indexOf(document.activeElement);
  if (kandidaten.length === 0 || (nu < 0 && document.activeElement !== zoek)) return;
  const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
  if (!stap) return;
  gebeurtenis.preventDefault();
  if (nu + stap < 0) zoek.focus();
  else kandidaten[Math.min(nu + stap, kandidaten.length - 1)].focus();
}

function filterSnelcodes(invoer) {
  const woorden = invoer.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const knop of document.querySelectorAll(".snelcode"))
    knop.parentElement.hidden = !woorden.every((woord) => knop.dataset.zoek.includes(woord));
}

function onKey(gebeurtenis) {
  const formulier = document.getElementById("registratie");
  if (!formulier) return;
  if (gebeurtenis.key === "Enter" && (gebeurtenis.ctrlKey || gebeurtenis.metaKey)) {
    gebeurtenis.preventDefault();
    const vraag = document.activeElement?.closest?.(".vraagdeel") ?? [...formulier.querySelectorAll(".vraagdeel")].at(-1);
    formulier.requestSubmit(gebeurtenis.shiftKey ? vraag.querySelector("[data-doorzetten]") : formulier.querySelector("[data-bewaren]"));
  } else walkKandidaten(gebeurtenis);
}

/** Who chooses that a question goes to a department sees at once what goes along and by when. */
function onKeuze({ target }) {
  if (target.form?.id !== "registratie" || target.value !== "doorzetten" || !target.name.endsWith("-resultaat")) return;
  target.form.requestSubmit(target.closest(".vraagdeel").querySelector("[data-doorzetten]"));
}

/** A contact that was begun stands in the strip at once. */
async function showInStrook({ target }) {
  if (target.id !== "registratie") return;
  const antwoord = await fetch(`${target.dataset.strookUrl}?${new URLSearchParams({ hier: target.dataset.conceptAdres })}`).catch(() => null);
  if (!antwoord?.ok || antwoord.redirected) return;
  const plek = document.getElementById("strookplek");
  plek.outerHTML = await antwoord.text();
}

function showAlleenScript() {
  document.querySelectorAll("[data-alleen-script]").forEach((deel) => (deel.hidden = false));
}

/** Prepare the screen; does nothing on other pages. */
export function prepareRegistratie() {
  if (!document.getElementById("registratie")) return;
  showAlleenScript();
  keepMeegetypt("registratie");
  prepareVragenmenu();
  document.addEventListener("keydown", onKey);
  document.addEventListener("change", onKeuze);
  document.addEventListener("concept:begonnen", showInStrook);
  document.addEventListener("htmx:after:swap", showAlleenScript);
  document.querySelector("[data-snelcodezoek]")?.addEventListener("input", (gebeurtenis) => filterSnelcodes(gebeurtenis.target));
}
