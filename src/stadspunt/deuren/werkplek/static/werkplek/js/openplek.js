/* Who clicks in '[vul in: datum]' has it selected, so that what is typed comes in its place. */
const PLEK = /\[vul in\b[^\]\n]*\]/gi;

/** Let a click in a mark of a text field select the whole mark. */
export function prepareOpenPlekken() {
  document.addEventListener("click", ({ target }) => {
    if (!target.matches?.("textarea, input[type=text]") || target.selectionStart !== target.selectionEnd) return;
    for (const gevonden of target.value.matchAll(PLEK)) {
      const einde = gevonden.index + gevonden[0].length;
      if (gevonden.index < target.selectionStart && target.selectionStart < einde) target.setSelectionRange(gevonden.index, einde);
    }
  });
}
