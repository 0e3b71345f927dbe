// What the plain pages say, which must not need the worker. The interface's own words are in assets/lang.

const english = {
    starting: 'Keyrack is starting',
    unsupported_title: 'This browser lacks something that Keyrack needs',
    unsupported_missing: 'Missing:',
    unsupported_browsers: 'Keyrack runs in Chrome and Edge from version 102, Firefox from 114 and Safari from 17.',
    missing_javascript: 'JavaScript',
    missing_webassembly: 'WebAssembly',
    missing_canvas: 'drawing in the background (OffscreenCanvas)',
    missing_modules: 'background scripts (module workers)',
    missing_graphics: 'accelerated graphics (WebGL 2). It may be switched off in the settings of the browser',
    crashed_title: 'Keyrack has stopped',
    crashed_text: 'Something went wrong in the portal, so it stopped rather than go on with a mistake.',
    crashed_kept: 'Your data is safe: everything that was shown as saved is on this device.',
    crashed_not_kept: 'This browser keeps nothing, as the portal said, so what was not exported is gone.',
    crashed_reload: 'Reload',
    crashed_copy: 'Copy the diagnosis',
    crashed_copied: 'Copied',
    crashed_details: 'Diagnosis',
    unloaded_title: 'Keyrack could not be loaded',
    unloaded_text: 'A part of the portal did not arrive. Check the connection, then reload.',
    unloaded_kept: 'Your data is not concerned.',
};

/** @type {typeof english} */
const german = {
    starting: 'Keyrack startet',
    unsupported_title: 'Diesem Browser fehlt etwas, das Keyrack braucht',
    unsupported_missing: 'Es fehlt:',
    unsupported_browsers: 'Keyrack läuft in Chrome und Edge ab Version 102, Firefox ab 114 und Safari ab 17.',
    missing_javascript: 'JavaScript',
    missing_webassembly: 'WebAssembly',
    missing_canvas: 'Zeichnen im Hintergrund (OffscreenCanvas)',
    missing_modules: 'Hintergrundskripte (Modul-Worker)',
    missing_graphics: 'Beschleunigte Grafik (WebGL 2). '
        + 'Vielleicht ist sie in den Einstellungen des Browsers ausgeschaltet',
    crashed_title: 'Keyrack hat angehalten',
    crashed_text: 'Im Portal ist etwas schiefgegangen; es hat angehalten, statt mit einem Fehler weiterzumachen.',
    crashed_kept: 'Ihre Daten sind sicher: Alles, was als gespeichert angezeigt wurde, liegt auf diesem Gerät.',
    crashed_not_kept: 'Dieser Browser behält nichts, wie das Portal gesagt hat; '
        + 'was nicht exportiert wurde, ist verloren.',
    crashed_reload: 'Neu laden',
    crashed_copy: 'Diagnose kopieren',
    crashed_copied: 'Kopiert',
    crashed_details: 'Diagnose',
    unloaded_title: 'Keyrack konnte nicht geladen werden',
    unloaded_text: 'Ein Teil des Portals ist nicht angekommen. Prüfen Sie die Verbindung und laden Sie neu.',
    unloaded_kept: 'Ihre Daten betrifft das nicht.',
};

/** @type {typeof english} */
const norwegian = {
    starting: 'Keyrack starter',
    unsupported_title: 'Denne nettleseren mangler noe som Keyrack trenger',
    unsupported_missing: 'Mangler:',
    unsupported_browsers: 'Keyrack kjører i Chrome og Edge fra versjon 102, Firefox fra 114 og Safari fra 17.',
    missing_javascript: 'JavaScript',
    missing_webassembly: 'WebAssembly',
    missing_canvas: 'tegning i bakgrunnen (OffscreenCanvas)',
    missing_modules: 'bakgrunnsskript (modul-workere)',
    missing_graphics: 'akselerert grafikk (WebGL 2). Den kan være slått av i innstillingene til nettleseren',
    crashed_title: 'Keyrack har stoppet',
    crashed_text: 'Noe gikk galt i portalen, så den stoppet heller enn å fortsette med en feil.',
    crashed_kept: 'Dataene dine er trygge: Alt som ble vist som lagret, ligger på denne enheten.',
    crashed_not_kept: 'Denne nettleseren beholder ingenting, som portalen sa, '
        + 'så det som ikke ble eksportert, er borte.',
    crashed_reload: 'Last inn på nytt',
    crashed_copy: 'Kopier diagnosen',
    crashed_copied: 'Kopiert',
    crashed_details: 'Diagnose',
    unloaded_title: 'Keyrack kunne ikke lastes inn',
    unloaded_text: 'En del av portalen kom ikke frem. Sjekk forbindelsen og last inn på nytt.',
    unloaded_kept: 'Dataene dine er ikke berørt.',
};

/** @type {Record<string, typeof english>} */
export const languages = { en: english, de: german, nb: norwegian, no: norwegian, nn: norwegian };

/**
 * The first language of the list that there are words for.
 *
 * @param {readonly string[]} wanted as in `navigator.languages`
 */
export function language_of(wanted) {
    const bases = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
    return bases.find((base) => base in languages) ?? 'en';
}
