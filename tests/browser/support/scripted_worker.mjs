// Stands in for the worker, so that the page thread is tested by itself: it says what a test makes it say, and keeps
// what it hears.

const script = `
    const heard = [];
    const after = { t: 'frame', number: 0, milliseconds: 0 };
    async function keep_file({ purpose, file }) {
        heard.push({ t: 'file', purpose, file: file.name, text: await file.text() });
    }
    self.onmessage = ({ data }) => {
        if (data.t === 'say') [...data.messages, after].forEach((message) => self.postMessage(message));
        else if (data.t === 'report') self.postMessage({ t: 'heard', messages: heard.splice(0) });
        else if (data.t === 'file') void keep_file(data);
        else {
            const { canvas, ...rest } = data;
            heard.push(rest);
            if (data.t === 'start') self.postMessage({ t: 'ready', keeps: true });
        }
    };
`;

export const scripted_worker = { 'worker.mjs': script };

/** Speaks for the worker of a portal that was opened with `files: scripted_worker`. */
export class Director {
    /** @param {import('./portal.mjs').Portal} portal */
    constructor(portal) {
        this.page = portal.page;
    }

    /**
     * The page gets these messages of the worker, and a frame after them by which it is known that they have arrived.
     *
     * @param {...object} messages
     */
    async say(...messages) {
        const before = await this.page.evaluate((all) => {
            window.keyrack.worker.postMessage({ t: 'say', messages: all });
            return window.keyrack.frames;
        }, messages);
        await this.page.waitForFunction((frames) => window.keyrack.frames > frames, before);
    }

    /** Says semantics, a node a line, see `line_of`. @param {string[]} lines @param {number} [texts] */
    async show(lines, texts = 0) {
        await this.say({ t: 'semantics', text: lines.map(line_of).join('\n'), texts });
    }

    /**
     * What the page sent since the last time.
     *
     * @param {string} [kind] only messages of this kind; the others are forgotten
     */
    async heard(kind) {
        const all = await this.page.evaluate(() => new Promise((resolve, reject) => {
            setTimeout(() => reject(new Error('the worker does not answer: the page has ended it')), 10_000);
            const { worker } = window.keyrack;
            worker.addEventListener('message', function answer({ data }) {
                if (data.t !== 'heard') return;
                worker.removeEventListener('message', answer);
                resolve(data.messages);
            });
            worker.postMessage({ t: 'report' });
        }));
        return kind === undefined ? all : all.filter((message) => message.t === kind);
    }
}

/** `id parent role x,y,w,h flags name [value] [extra]`; `~` in texts stands for a blank. @param {string} line */
function line_of(line) {
    const [id, parent, role, bounds, flags, ...texts] = line.trim().split(/\s+/);
    const [name = '', value = '', extra = ''] = texts.map((text) => (text === '_' ? '' : text.replaceAll('~', ' ')));
    return [id, parent, role, ...bounds.split(','), flags === '_' ? '' : flags, name, value, extra].join('\t');
}
