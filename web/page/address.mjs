// The address bar: the fragment names the screen, and back and forward work.

/** What follows `#`, as it stands there. */
export function fragment() {
    return location.hash.slice(1);
}

export class Address {
    #shown = fragment();

    /** @param {(message: import('../messages.mjs').Route) => void} post */
    constructor(post) {
        window.addEventListener('popstate', () => {
            if (fragment() === this.#shown) return;
            this.#shown = fragment();
            post({ t: 'route', fragment: this.#shown });
        });
    }

    /** @param {string} to @param {'push' | 'replace'} how */
    go(to, how) {
        if (to === this.#shown) return;
        this.#shown = to;
        if (how === 'push') history.pushState(null, '', `#${to}`);
        else history.replaceState(null, '', `#${to}`);
    }
}
