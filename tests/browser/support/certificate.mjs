// A certificate for a server of TLS in a test, signed by itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @param {string} host a name or an address @returns {{key: Buffer, cert: Buffer}} */
export function certificate(host) {
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-certificate-'));
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
    try {
        const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${host}`,
            '-addext', `subjectAltName=${isIP(host) ? 'IP' : 'DNS'}:${host}`, '-keyout', key, '-out', cert]);
        if (made.status !== 0) throw new Error(`openssl: ${made.error?.message ?? made.stderr}`);
        return { key: readFileSync(key), cert: readFileSync(cert) };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
