// What the worker wants of the page and of the browser, one act a message.

import { copy } from './clipboard.mjs';
import { choose, download } from './files.mjs';
import * as memory from './memory.mjs';
import { scan } from './scan.mjs';
import { forget_identity, leave_to_sign_in } from './sign_in.mjs';

/** @typedef {import('../messages.mjs').FromPage} FromPage */
/** @typedef {import('../messages.mjs').FromWorker} FromWorker */
/** @typedef {(message: FromPage) => void} Post */
/** @typedef {(message: FromWorker) => Iterator<void> | void} Act what a message does, or its steps */

/**
 * One for each kind of message.
 *
 * @typedef {{[Kind in FromWorker['t']]: (message: Extract<FromWorker, {t: Kind}>) => Iterator<void> | void}} Acts
 */

/** @param {import('./address.mjs').Address} address */
export function acts_of_page(address) {
    return /** @satisfies {Partial<Acts>} */ ({
        title: show_title,
        theme: show_theme,
        announce,
        route: ({ fragment, how }) => address.go(fragment, how),
        open: ({ fragment }) => void window.open(`#${fragment}`, '_blank', 'noopener'),
    });
}

/** @param {Post} post */
export function acts_of_browser(post) {
    return /** @satisfies {Partial<Acts>} */ ({
        copy: ({ text }) => void copy(text),
        choose: ({ purpose, accept }) => choose(purpose, accept, post),
        download: ({ name, type, parts }) => download(name, type, parts),
        mail: ({ address }) => begin_mail(address),
        persist: () => void persist(post),
        reload: () => location.reload(),
        sign_in: (message) => void leave_to_sign_in(message).catch((error) => {
            console.warn(`sign-in: ${error}`);
            post({ t: 'sign_in_failed' });
        }),
        sign_out: () => forget_identity(),
        scan: (message) => void scan(message, post),
        scan_told: (message) => void scan(message, post),
        scan_end: (message) => void scan(message, post),
        remember: ({ key, value }) => memory.remember(key, value),
        opened: ({ tenant }) => memory.mark_open(tenant),
        closed: ({ tenant }) => memory.mark_closed(tenant),
    });
}

/** @param {import('../messages.mjs').Title} message */
function show_title({ text, language }) {
    document.title = text;
    document.documentElement.lang = language;
}

/** Also of what the page draws itself, as keyrack.css has it until then. @param {import('../messages.mjs').Theme} theme */
function show_theme({ dark, ground, colours }) {
    const { style } = document.documentElement;
    style.colorScheme = dark ? 'dark' : 'light';
    style.backgroundColor = ground;
    for (const [name, colour] of Object.entries({ ground, ...colours })) style.setProperty(`--${name}`, colour);
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.setAttribute('content', ground);
}

/** Said again even where it is the same as before. @param {import('../messages.mjs').Announce} message */
function announce({ text, how }) {
    const line = document.createElement('p');
    line.textContent = text;
    document.getElementById(how)?.replaceChildren(line);
}

/** In the mail program. Where that is a page, it opens beside the portal. @param {string} address */
function begin_mail(address) {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener';
    link.click();
}

/** @param {Post} post */
async function persist(post) {
    const answer = navigator.storage?.persist?.().catch(() => false); // not there without a secure context
    const granted = await answer ?? false;
    post({ t: 'persisted', granted });
}
