/* Who types for a question of another client than the active one is told so at the field, when he begins to type. */

/** Keep the words back until something is typed in their form; said again then, so that they are heard. */
export function prepareAnderklant() {
  for (const melding of document.querySelectorAll("[data-anderklant]")) {
    const formulier = melding.closest("form");
    if (!formulier) continue;
    const woorden = [...melding.childNodes];
    melding.replaceChildren();
    formulier.addEventListener("input", () => melding.replaceChildren(...woorden), { once: true });
  }
}
