// Elements of what the page draws itself.

/** @param {string} tag @param {...(string | Node)} content */
export function element(tag, ...content) {
    const made = document.createElement(tag);
    made.append(...content);
    return made;
}

/** @param {string} text @param {() => void} act */
export function button(text, act) {
    const made = /** @type {HTMLButtonElement} */ (element('button', text));
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
}
