// Plain pages for when there is no portal: the browser lacks something, a part did not load, or the worker has stopped.
// Plain DOM in the browser's language, since nothing else may work.

import { file } from '../files.mjs';
import { copy as copy_text } from './clipboard.mjs';
import { button, element } from './elements.mjs';
import { language_of, languages } from './words.mjs';

const language = language_of(navigator.languages);
const words = languages[language];

/** What the page thread can see is missing; WebGL is seen by the worker. @returns {string[]} */
export function missing_features() {
    const missing = [];
    if (typeof WebAssembly !== 'object') missing.push('webassembly');
    if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) missing.push('canvas');
    return missing;
}

/** @param {string[]} missing */
export function show_unsupported(missing) {
    /** @type {Record<string, string>} */
    const named = words;
    const list = element('ul', ...missing.map((what) => element('li', named[`missing_${what}`] ?? what)));
    const browsers = element('p', words.unsupported_browsers);
    show(words.unsupported_title, element('p', words.unsupported_missing), list, browsers);
}

/** @param {string} details @param {boolean} keeps whether the browser kept anything that was saved */
export function show_unloaded(details, keeps) {
    const text = element('p', words.unloaded_text, ' ', keeps ? words.unloaded_kept : words.crashed_not_kept);
    show(words.unloaded_title, text, actions(reload_button()), diagnosis(details));
}

/**
 * @param {import('../messages.mjs').Crash} crash
 * @param {boolean} keeps whether the browser kept anything that was saved
 */
export function show_crash({ message, stack, log }, keeps) {
    const details = [
        message, stack, ...log, '', location.hash, navigator.userAgent, new Date().toISOString(),
    ].join('\n');
    const copy = button(words.crashed_copy, async () => {
        await copy_text(details);
        copy.textContent = words.crashed_copied;
    });
    const text = element('p', words.crashed_text, ' ', keeps ? words.crashed_kept : words.crashed_not_kept);
    show(words.crashed_title, text, actions(reload_button(), copy), diagnosis(details));
}

export function starting_words() {
    return words.starting;
}

/** @param {string} title @param {...Node} content */
function show(title, ...content) {
    document.getElementById('start')?.remove();
    document.getElementById('notice')?.remove();
    const heading = element('h1', title);
    heading.tabIndex = -1;
    const notice = element('main', element('div', mark(), heading, ...content));
    notice.id = 'notice';
    notice.lang = language;
    document.body.append(notice);
    document.getElementById('portal')?.remove();
    heading.focus();
}

function mark() {
    const image = document.createElement('img');
    image.src = file('icon.svg').address.href;
    image.alt = '';
    image.width = image.height = 48;
    return image;
}

const reload_button = () => {
    const reload = button(words.crashed_reload, () => location.reload());
    reload.className = 'main';
    return reload;
};

/** @param {...HTMLButtonElement} buttons */
function actions(...buttons) {
    if (!buttons.some((each) => each.className)) buttons[0].className = 'main';
    const row = element('div', ...buttons);
    row.className = 'actions';
    return row;
}

/** @param {string} details */
function diagnosis(details) {
    return element('details', element('summary', words.crashed_details), element('pre', details));
}
