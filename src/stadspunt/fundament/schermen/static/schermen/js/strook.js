/* The strip of contacts: the present one in view, Alt+1 … Alt+9 to go to one. */
export function prepareStrook() {
  const strook = document.querySelector("[data-strook]");
  if (!strook) return;
  strook.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  document.addEventListener("keydown", (gebeurtenis) => {
    if (!gebeurtenis.altKey || gebeurtenis.ctrlKey || gebeurtenis.metaKey || !/^Digit[1-9]$/.test(gebeurtenis.code)) return;
    const contact = strook.querySelectorAll(".contact")[Number(gebeurtenis.code.slice(5)) - 1];
    if (!contact) return;
    gebeurtenis.preventDefault();
    contact.click();
  });
}
