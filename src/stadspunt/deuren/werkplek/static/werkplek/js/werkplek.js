/* The work place: everything here only makes faster what already works without script. */
import { prepareAnderklant } from "./anderklant.js";
import { prepareDuurmeter } from "./duurmeter.js";
import { prepareKopieren } from "./kopieren.js";
import { prepareOpenPlekken } from "./openplek.js";
import { prepareRegistratie } from "./registratie.js";

prepareAnderklant();
prepareDuurmeter();
prepareKopieren();
prepareOpenPlekken();
prepareRegistratie();
