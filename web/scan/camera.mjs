// The camera: its picture in a video element, and single pictures of what is to be seen there.

/** What to say of it; `unread`: nothing can be read, whatever the camera does. */
/** @typedef {'insecure' | 'blocked' | 'none' | 'busy' | 'unread'} Problem */

/** @type {Record<string, Problem>} by the names of the browser's errors */
const problems = {
    InsecureError: 'insecure', NotAllowedError: 'blocked', SecurityError: 'blocked', NotFoundError: 'none',
    OverconstrainedError: 'none', NotReadableError: 'busy', AbortError: 'busy',
};

/** Bars are fine, and labels far away: as many pixels as usual cameras have, of the camera that looks away from the person. */
const wanted = { video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false };

/** Where a video does not say when it has another picture. */
const pause_milliseconds = 80;
/** A camera that has been unplugged says nothing. */
const stands_still_milliseconds = 1000;

/** @param {unknown} error @returns {Problem} */
export function problem_of(error) {
    return problems[/** @type {{name?: string}} */ (error)?.name ?? ''] ?? 'unread';
}

export class Camera {
    #video;
    /** @type {MediaStream | undefined} */ #stream;
    #closed = false;

    /** @param {HTMLVideoElement} video */
    constructor(video) {
        this.#video = video;
    }

    /** Fails with an error that has a `problem_of`. */
    async open() {
        if (!navigator.mediaDevices) throw new DOMException('not a secure address', 'InsecureError');
        const stream = await navigator.mediaDevices.getUserMedia(wanted);
        if (this.#closed) return stop(stream);
        this.#stream = stream;
        this.#video.srcObject = stream;
        return this.#video.play();
    }

    close() {
        this.#closed = true;
        if (!this.#stream) return;
        stop(this.#stream);
        if (this.#video.srcObject === this.#stream) this.#video.srcObject = null;
    }

    /** The next picture, of the part that is seen: the element cuts off what has no room. Fails when the camera is gone. */
    async picture() {
        await this.#another();
        if (this.#stream?.getVideoTracks()[0]?.readyState === 'ended' && !this.#closed) {
            throw new DOMException('the camera is gone', 'NotFoundError');
        }
        const { videoWidth: width, videoHeight: height, clientWidth, clientHeight } = this.#video;
        const scale = Math.max(clientWidth / width, clientHeight / height);
        const [seen_width, seen_height] = [Math.round(clientWidth / scale), Math.round(clientHeight / scale)];
        return createImageBitmap(this.#video, (width - seen_width) / 2, (height - seen_height) / 2, seen_width, seen_height);
    }

    /** @returns {Promise<unknown>} */
    #another() {
        const tells = 'requestVideoFrameCallback' in this.#video;
        return new Promise((resolve) => {
            if (tells) this.#video.requestVideoFrameCallback(resolve);
            setTimeout(resolve, tells ? stands_still_milliseconds : pause_milliseconds);
        });
    }
}

/** @param {MediaStream} stream */
function stop(stream) {
    for (const track of stream.getTracks()) track.stop();
}
