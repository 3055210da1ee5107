/* Starts what a page can do more with script. Without any of it every page works as a whole. */
import { showAanwezigheid } from "./aanwezig.js";
import { keepConcepten } from "./concept.js";
import { prepareDialogen } from "./dialoog.js";
import { prepareFormulieren } from "./formulier.js";
import { prepareLijsten } from "./lijst.js";
import { followLijsten } from "./live.js";
import { prepareOpdrachtbalk } from "./opdrachtbalk.js";
import { prepareSneltoetsen } from "./sneltoetsen.js";
import { prepareStrook } from "./strook.js";
import { prepareTabs } from "./tabs.js";
import { prepareTekstblokken } from "./tekstblok.js";
import { prepareThema } from "./thema.js";
import { prepareToasts } from "./toast.js";

/** What must be done again for every part that htmx puts in the page. */
function prepareDeel(deel) {
  prepareFormulieren(deel);
  prepareTabs(deel);
}

prepareThema();
prepareDialogen();
prepareToasts();
prepareLijsten();
prepareStrook();
prepareOpdrachtbalk();
prepareSneltoetsen();
prepareTekstblokken();
prepareDeel(document);
followLijsten();
keepConcepten();
showAanwezigheid();
document.addEventListener("htmx:after:process", (gebeurtenis) => prepareDeel(gebeurtenis.target));
