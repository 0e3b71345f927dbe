// Someone at the portal, in Chromium or in Firefox: does as assistive technology does, by the names of the mirror, so that one
// story goes in both.
import { setTimeout as pause } from 'node:timers/promises';

const patience_milliseconds = 90_000;

export class Person {
    /** @param {import('playwright-core').Page | import('puppeteer-core').Page} page */
    constructor(page) {
        this.page = page;
    }

    /** Presses the last that has a name that begins so: a dialog stands after what it covers. @param {'button' | 'a'} tag @param {string} beginning */
    async press(tag, beginning) {
        await this.#until(`${tag} ${beginning}`, ([wanted, text]) => {
            const name_of = (each) => each.getAttribute('aria-label') ?? each.textContent;
            const all = [...document.querySelectorAll(`#mirror ${wanted}`)];
            const found = all.findLast((each) => name_of(each).startsWith(text));
            found?.click();
            return found !== undefined;
        }, [tag, beginning]);
    }

    /** @param {string} label @param {string} value */
    async fill(label, value) {
        await this.#until(`field ${label}`, ([text, wanted]) => {
            const fields = [...document.querySelectorAll('#mirror input')];
            const field = fields.find((each) => each.getAttribute('aria-label') === text);
            if (!field) return false;
            field.focus();
            field.value = wanted;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            field.blur();
            return true;
        }, [label, value]);
    }

    /** Until the mirror says so. @param {RegExp} pattern */
    async reads(pattern, milliseconds = patience_milliseconds) {
        await this.#until(`${pattern}`, ([source]) => new RegExp(source).test(document.getElementById('mirror').textContent), [pattern.source], milliseconds);
    }

    /** Goes to a screen of the tenant that is open, or is being opened. @param {string} screen */
    async goes_to(screen) {
        await this.#until('an open tenant', ([name]) => {
            const [, tenant] = /^#(\/t\/[^/]+)\//.exec(location.hash) ?? [];
            if (tenant) location.hash = `${tenant}/${name}`;
            return tenant !== undefined;
        }, [screen]);
    }

    /** @template Result @param {string} what @param {(given: any[]) => Result} is_so @param {any[]} given */
    async #until(what, is_so, given, milliseconds = patience_milliseconds) {
        for (const end = Date.now() + milliseconds; Date.now() < end; await pause(100)) {
            if (await this.page.evaluate(is_so, given)) return;
        }
        const text = await this.page.evaluate(() => document.getElementById('mirror')?.textContent ?? document.body.textContent);
        throw new Error(`${what} is not there; the mirror says: ${text.slice(0, 3000)}`);
    }
}
