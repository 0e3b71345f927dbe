// Copying. The browser allows it for some seconds after a click or a key, and the worker's answer comes well within.

/** @param {string} text  an address within the portal (`#/…`) is made whole, so that it opens from anywhere */
export async function copy(text) {
    const whole = text.startsWith('#/') ? location.href.split('#')[0] + text : text;
    try {
        await navigator.clipboard.writeText(whole);
    } catch {
        copy_by_selection(whole); // no permission, or not a secure context
    }
}

/** @param {string} text */
function copy_by_selection(text) {
    const before = document.activeElement;
    const area = document.createElement('textarea');
    area.className = 'unseen';
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}
