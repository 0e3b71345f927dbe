// How the scanner looks: a dialog of the page over the portal, in the portal's colours (shell/scan.css).

import { button, element } from '../page/elements.mjs';

/** @typedef {{on_again: () => void, on_picture: (file: File) => void, on_close: () => void}} Wishes */

export class View {
    #words;
    #dialog = /** @type {HTMLDialogElement} */ (named('dialog'));
    #stage = named('div', 'stage');
    #problem = named('div', 'problem');
    #said = named('p', 'said');
    #codes = named('ul', 'codes');
    #count = named('span', 'count');
    /** @type {HTMLButtonElement} */ #again;
    /** Where the camera's picture goes. */
    video = /** @type {HTMLVideoElement} */ (named('video'));

    /** @param {Record<string, string>} words @param {Wishes} wishes */
    constructor(words, wishes) {
        this.#words = words;
        Object.assign(this.video, { muted: true, playsInline: true, autoplay: true });
        this.video.setAttribute('aria-hidden', 'true');
        this.#said.setAttribute('role', 'status');
        this.#problem.setAttribute('role', 'alert');
        this.#codes.setAttribute('aria-label', words.read);
        this.#codes.tabIndex = 0; // it may be longer than its place
        this.#stage.append(this.video, named('div', 'aim'), this.#problem, this.#said);
        this.#again = button(words.again, wishes.on_again);
        this.#dialog.append(this.#head(), this.#stage, this.#codes, this.#foot(wishes));
        this.#listen(wishes);
        document.body.append(this.#dialog);
        this.#dialog.showModal();
    }

    close() {
        this.#dialog.close();
    }

    show_waiting() {
        this.#dialog.dataset.shows = 'waiting';
        this.#problem.replaceChildren();
        this.say(this.#words.starting);
    }

    show_camera() {
        this.#dialog.dataset.shows = 'camera';
        this.say('');
    }

    /** @param {import('./camera.mjs').Problem} what */
    show_problem(what) {
        this.#dialog.dataset.shows = 'problem';
        this.say('');
        const words = this.#words;
        this.#problem.replaceChildren(element('h3', words[`${what}.title`]), element('p', words[`${what}.text`]), this.#again);
        this.#again.hidden = what === 'insecure'; // another try would come to the same
    }

    /** @param {string} text @param {string} [tone] */
    say(text, tone = '') {
        this.#said.textContent = text;
        this.#said.dataset.tone = tone;
        this.#stage.dataset.tone = tone;
    }

    /** @param {string} tone @param {string} code @param {string} verdict @param {string} count */
    tell(tone, code, verdict, count) {
        this.say(`${code}: ${verdict}`, tone);
        if (count !== '') this.#count.textContent = count;
        const lines = /** @type {HTMLElement[]} */ ([...this.#codes.children]);
        this.#codes.prepend(lines.find((line) => line.dataset.code === code) ?? line_of(tone, code, verdict));
    }

    #head() {
        const title = element('h2', this.#words.title);
        Object.assign(title, { id: 'scanner-title', tabIndex: -1, autofocus: true });
        this.#dialog.id = 'scanner';
        this.#dialog.setAttribute('aria-labelledby', 'scanner-title');
        return element('header', title, element('p', this.#words.hint));
    }

    /** @param {Wishes} wishes */
    #foot({ on_picture }) {
        const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', hidden: true });
        input.setAttribute('capture', 'environment'); // a phone opens its camera
        input.addEventListener('change', () => {
            for (const file of input.files ?? []) on_picture(file);
            input.value = '';
        });
        const done = button(this.#words.done, () => this.close());
        done.className = 'main';
        const foot = element('footer', button(this.#words.picture, () => input.click()), input, this.#count, done);
        foot.className = 'actions';
        return foot;
    }

    /** What is pressed or dropped in the dialog is not the portal's. @param {Wishes} wishes */
    #listen({ on_picture, on_close }) {
        const dialog = this.#dialog;
        for (const type of ['keydown', 'dragenter', 'dragleave']) dialog.addEventListener(type, (event) => event.stopPropagation());
        for (const type of ['dragover', 'drop']) {
            dialog.addEventListener(type, (event) => {
                event.stopPropagation();
                event.preventDefault();
            });
        }
        dialog.addEventListener('drop', ({ dataTransfer }) => { for (const file of dataTransfer?.files ?? []) on_picture(file); });
        dialog.addEventListener('close', () => {
            dialog.remove();
            on_close();
        });
    }
}

/** @param {string} tag @param {string} [name] its class @param {...string} content */
function named(tag, name = '', ...content) {
    const made = element(tag, ...content);
    if (name !== '') made.className = name;
    return made;
}

/** Once for each code, with what it was when it came. @param {string} tone @param {string} code @param {string} verdict */
function line_of(tone, code, verdict) {
    const chip = named('span', 'chip', verdict);
    chip.dataset.tone = tone;
    const line = element('li', named('span', 'code', code), chip);
    line.dataset.code = code;
    return line;
}
