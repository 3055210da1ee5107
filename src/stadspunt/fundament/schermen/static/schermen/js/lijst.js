/* Work lists: choose all, say how many are chosen, walk through the rows with j and k. */
import { isKortetoets } from "./sneltoetsen.js";

function countKeuzes(lijst) {
  const keuzes = [...lijst.querySelectorAll("tbody .werklijst__keuze input")];
  const gekozen = keuzes.filter((keuze) => keuze.checked).length;
  const alles = lijst.querySelector("[data-kies-alles]");
  if (alles) {
    alles.checked = gekozen > 0 && gekozen === keuzes.length;
    alles.indeterminate = gekozen > 0 && gekozen < keuzes.length;
  }
  const telling = lijst.querySelector("[data-keuze-telling]");
  if (telling) telling.textContent = gekozen === 1 ? "1 regel gekozen" : `${gekozen} regels gekozen`;
}

function onChange(gebeurtenis) {
  const lijst = gebeurtenis.target.closest?.(".werklijst");
  if (!lijst) return;
  if (gebeurtenis.target.matches("[data-kies-alles]")) {
    const aan = gebeurtenis.target.checked;
    lijst.querySelectorAll("tbody .werklijst__keuze input").forEach((keuze) => (keuze.checked = aan));
  }
  countKeuzes(lijst);
}

function walk(stap) {
  const links = [...document.querySelectorAll(".werklijst .rijlink")];
  if (links.length === 0) return;
  const rij = document.activeElement?.closest?.("tr");
  const nu = links.findIndex((link) => link.closest("tr") === rij);
  const naar = nu < 0 ? 0 : Math.min(links.length - 1, Math.max(0, nu + stap));
  links[naar].focus();
}

function onKey(gebeurtenis) {
  if (!isKortetoets(gebeurtenis)) return;
  if (gebeurtenis.key === "j") walk(1);
  else if (gebeurtenis.key === "k") walk(-1);
  else if (gebeurtenis.key === "x") document.activeElement?.closest?.("tr")?.querySelector(".werklijst__keuze input")?.click();
}

/** A list that is drawn anew keeps what was chosen in it. */
function keepKeuzes() {
  let gekozen = [];
  document.addEventListener("htmx:before:swap", () => {
    gekozen = [...document.querySelectorAll(".werklijst__keuze input[name]:checked")].map((keuze) => keuze.value);
  });
  document.addEventListener("htmx:after:swap", () => {
    for (const keuze of document.querySelectorAll(".werklijst__keuze input[name]")) keuze.checked = gekozen.includes(keuze.value);
    document.querySelectorAll(".werklijst").forEach(countKeuzes);
  });
}

/** Let lists count their choices and be walked through. */
export function prepareLijsten() {
  document.addEventListener("change", onChange);
  document.addEventListener("keydown", onKey);
  keepKeuzes();
}
