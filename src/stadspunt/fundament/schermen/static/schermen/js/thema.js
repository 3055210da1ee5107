/* Light, dark or as the device: kept in a cookie, so that the server writes it and nothing flashes. */
const EEN_JAAR = 365 * 24 * 3600;

function getKeuze() {
  return document.documentElement.dataset.thema ?? "";
}

function setKeuze(keuze) {
  if (keuze) document.documentElement.dataset.thema = keuze;
  else delete document.documentElement.dataset.thema;
  document.cookie = `thema=${keuze};path=/;samesite=lax;max-age=${keuze ? EEN_JAAR : 0}`;
}

/** Show the buttons of the theme and let them work. */
export function prepareThema() {
  for (const groep of document.querySelectorAll("[data-themakeuze]")) {
    const knoppen = [...groep.querySelectorAll("[data-thema-naar]")];
    const show = () => knoppen.forEach((knop) => knop.setAttribute("aria-pressed", knop.dataset.themaNaar === getKeuze()));
    groep.hidden = false;
    show();
    groep.addEventListener("click", (gebeurtenis) => {
      const knop = gebeurtenis.target.closest("[data-thema-naar]");
      if (!knop) return;
      setKeuze(knop.dataset.themaNaar);
      show();
    });
  }
}
