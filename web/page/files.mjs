// Files in and out: chosen, dropped, saved.

/** @typedef {import('../messages.mjs').AfterStart} Message */

/**
 * @param {string} purpose comes back with each file
 * @param {string} accept as in `<input accept>`
 * @param {(message: Message) => void} post
 */
export function choose(purpose, accept, post) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.className = 'unseen';
    input.addEventListener('change', () => {
        for (const file of input.files ?? []) post({ t: 'file', purpose, file });
        input.remove();
    });
    input.addEventListener('cancel', () => input.remove());
    document.body.append(input); // Safari forgets an input that is not in the document
    input.click();
}

/** @param {(message: Message) => void} post */
export function watch_drops(post) {
    let depth = 0; // dragenter and dragleave come for every element on the way
    /** @param {number} next */
    const hover = (next) => {
        if (depth === 0 !== (next === 0)) post({ t: 'drag', over: next > 0 });
        depth = next;
    };
    on_file_drag('dragenter', () => hover(depth + 1));
    on_file_drag('dragleave', () => hover(Math.max(depth - 1, 0)));
    on_file_drag('dragover', (transfer) => { transfer.dropEffect = 'copy'; });
    on_file_drag('drop', (transfer) => {
        hover(0);
        for (const file of transfer.files) post({ t: 'file', purpose: 'drop', file });
    });
}

/**
 * Text that is dragged into a field is the browser's business.
 *
 * @param {'dragenter' | 'dragleave' | 'dragover' | 'drop'} type
 * @param {(transfer: DataTransfer) => void} act
 */
function on_file_drag(type, act) {
    document.addEventListener(type, (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        act(event.dataTransfer);
    });
}

/** @param {string} name @param {string} type @param {BlobPart[]} parts */
export function download(name, type, parts) {
    const address = URL.createObjectURL(new Blob(parts, { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it after the click
}
