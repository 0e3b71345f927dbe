// Words that the portal keeps on this device and that hold secrets: the places of exchange, with what signs in there.
// They lie in a database of the browser, apart from the other words, and never in a tenant's file, so that no export and
// no download has them.

const database = 'keyrack';
const table = 'secrets';

export class Vault {
    #open;

    constructor() {
        this.#open = open().catch(() => undefined); // refused: then nothing is kept at all, which is told elsewhere
    }

    /** @returns {Promise<Record<string, string>>} */
    async all() {
        try {
            const store = (await this.#open)?.transaction(table).objectStore(table);
            if (!store) return {};
            const [keys, values] = await Promise.all([outcome(store.getAllKeys()), outcome(store.getAll())]);
            return Object.fromEntries(keys.map((key, i) => [String(key), String(values[i])]));
        } catch {
            return {}; // the portal starts all the same, and the places of exchange are set up anew
        }
    }

    /** An empty value forgets the word. @param {string} key @param {string} value */
    async keep(key, value) {
        const store = (await this.#open)?.transaction(table, 'readwrite', { durability: 'strict' }).objectStore(table);
        if (store && value) await outcome(store.put(value, key));
        if (store && !value) await outcome(store.delete(key));
    }
}

/** @returns {Promise<IDBDatabase>} */
async function open() {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => { request.result.createObjectStore(table); };
    return outcome(request);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function outcome(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}
