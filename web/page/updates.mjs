// The service worker that keeps the portal's files, and the news of a version that has come. This tab goes on with the
// files it began with until it is loaded again.

/** @typedef {import('../messages.mjs').AfterStart} Message */

/** A tab that stays open for days looks for a new version so often, when somebody comes back to it. */
const look_again_milliseconds = 60 * 60 * 1000;
/** The start is over, and what the person does first goes before keeping the files. */
const begin_after_milliseconds = 2000;

/** Of which version this page is; shell/index.html has it. */
const version = document.documentElement.dataset.version ?? '';

/** @param {(message: Message) => void} post */
export function watch_updates(post) {
    const container = navigator.serviceWorker; // not there without a secure context
    if (!container || KEYRACK_ONE_FILE) return;
    hold_version();
    let told = false;
    const ask = () => container.controller?.postMessage('version');
    container.addEventListener('message', ({ data }) => {
        if (told || data?.version === version) return;
        told = true;
        post({ t: 'update' });
    });
    container.addEventListener('controllerchange', ask);
    container.startMessages();
    ask();
    setTimeout(() => void register(container), begin_after_milliseconds);
}

/** As long as this tab lives its version's files are not thrown away. */
function hold_version() {
    void navigator.locks.request(`keyrack-version${new URL('./', location.href).pathname}${version}`, { mode: 'shared' }, () => new Promise(() => {}));
}

/** @param {ServiceWorkerContainer} container */
async function register(container) {
    try {
        const registration = await container.register('service-worker.js', { updateViaCache: 'none' });
        let looked = Date.now();
        document.addEventListener('visibilitychange', () => {
            if (document.visibilityState === 'hidden' || Date.now() - looked < look_again_milliseconds) return;
            looked = Date.now();
            registration.update().catch(() => {}); // no network: another time
        });
    } catch (error) {
        console.warn(`the portal needs the network to start: ${error}`);
    }
}
