/*
 * Dialogs. data-dialoog="<id>" opens the dialog of that id. data-dialoog="laden" on a link fetches
 * the page behind it and shows its [data-dialoog-deel] in a dialog; when that fails, or there is
 * no such part, the browser simply goes to the page.
 */
let laadDialoog = null;

function buildLaadDialoog() {
  const dialoog = document.createElement("dialog");
  dialoog.className = "dialoog";
  dialoog.innerHTML =
    '<div class="dialoog__kop"><h2 id="laad-dialoog-titel"></h2><form method="dialog">' +
    '<button class="dialoog__sluit" type="submit" aria-label="Sluiten"><svg class="icoon" viewBox="0 0 20 20" ' +
    'aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg></button></form></div><div class="dialoog__inhoud"></div>';
  dialoog.setAttribute("aria-labelledby", "laad-dialoog-titel");
  document.body.append(dialoog);
  return dialoog;
}

async function loadDialoog(link) {
  const antwoord = await fetch(link.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
  const pagina = new DOMParser().parseFromString(await antwoord.text(), "text/html");
  const deel = pagina.querySelector("[data-dialoog-deel]");
  if (!antwoord.ok || antwoord.redirected || !deel) return false;
  laadDialoog ??= buildLaadDialoog();
  laadDialoog.querySelector("h2").textContent = pagina.querySelector("h1")?.textContent ?? "";
  for (const formulier of deel.querySelectorAll("form:not([action])")) formulier.action = link.href;
  laadDialoog.querySelector(".dialoog__inhoud").replaceChildren(document.adoptNode(deel));
  window.htmx?.process(laadDialoog);
  laadDialoog.showModal();
  return true;
}

async function openDialoog(gebeurtenis) {
  const opener = gebeurtenis.target.closest?.("[data-dialoog]");
  if (!opener || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
  if (opener.dataset.dialoog !== "laden") {
    const dialoog = document.getElementById(opener.dataset.dialoog);
    if (!dialoog) return;
    gebeurtenis.preventDefault();
    dialoog.showModal();
    return;
  }
  gebeurtenis.preventDefault();
  const gelukt = await loadDialoog(opener).catch(() => false);
  if (!gelukt) window.location.assign(opener.href);
}

/** A click on the veil closes, as Escape does, unless something was typed. */
function closeOpSluier(gebeurtenis) {
  const dialoog = gebeurtenis.target;
  if (dialoog.tagName !== "DIALOG" || dialoog.querySelector("[data-gewijzigd]")) return;
  const vlak = dialoog.getBoundingClientRect();
  const binnen =
    gebeurtenis.clientX >= vlak.left &&
    gebeurtenis.clientX <= vlak.right &&
    gebeurtenis.clientY >= vlak.top &&
    gebeurtenis.clientY <= vlak.bottom;
  if (!binnen) dialoog.close();
}

/** Let openers open and the veil close. */
export function prepareDialogen() {
  document.addEventListener("click", openDialoog);
  document.addEventListener("mousedown", closeOpSluier);
  document.addEventListener("input", (gebeurtenis) => {
    gebeurtenis.target.closest?.("dialog form")?.setAttribute("data-gewijzigd", "");
  });
}
