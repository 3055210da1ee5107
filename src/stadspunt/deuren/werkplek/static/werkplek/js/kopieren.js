/* A button with data-kopieer copies that text. It stays hidden where the browser cannot. */
async function copy(knop) {
  await navigator.clipboard.writeText(knop.dataset.kopieer);
  const regel = document.createElement("div");
  regel.className = "toast toast--ok";
  regel.dataset.toast = "ok";
  const tekst = document.createElement("p");
  tekst.textContent = `${knop.dataset.kopieer} is gekopieerd.`;
  regel.append(tekst);
  document.getElementById("toasts")?.append(regel);
}

/** Show the buttons and let them copy. */
export function prepareKopieren() {
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-kopieer]").forEach((knop) => (knop.hidden = false));
  document.addEventListener("click", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest?.("[data-kopieer]");
    if (knop) copy(knop);
  });
}
