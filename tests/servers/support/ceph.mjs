// A small Ceph on loopback: a monitor, several daemons that hold objects, and the gateway that speaks S3. Unpacked into the
// cache by ./dev setup ceph, run in a folder of its own, ended by its own processes' numbers.
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { sign } from '../../../web/worker/backends/s3.mjs';
import { free_port, installed, libraries, Running } from './process.mjs';
import { recommended } from './servers.mjs';

const part = 'ceph';
const program = (name) => installed(`/usr/bin/${name}`, part);
const run = promisify(execFile);
const keys = { user: 'KEYRACKACCESSKEY0001', secret: 'noeSomIngenAndreVet/0123456789abcdefghij', region: 'us-east-1' };
const bucket = 'keyrack';

/** @param {{daemons?: number, origin?: string}} [wishes] */
export async function start_ceph({ daemons = 3, origin = 'http://127.0.0.1' } = {}) {
    const ceph = new Ceph(mkdtempSync(join(tmpdir(), 'keyrack-ceph-')), await free_port(), await free_port());
    try {
        await ceph.begin(daemons);
        await ceph.make_bucket(origin);
    } catch (error) {
        await ceph.stop();
        throw error;
    }
    return ceph;
}

class Ceph {
    #folder;
    #monitor_port;
    #gateway_port;
    /** @type {Map<string, Running>} by name: mon, osd.0, …, gateway */ #running = new Map();

    constructor(folder, monitor_port, gateway_port) {
        this.#folder = folder;
        this.#monitor_port = monitor_port;
        this.#gateway_port = gateway_port;
        /** @type {import('../../../web/worker/backends.mjs').Spec} */
        this.spec = { kind: 's3', url: `http://127.0.0.1:${gateway_port}`, bucket, ...keys };
    }

    /** @param {number} daemons */
    async begin(daemons) {
        await this.#configure(daemons);
        this.#start('mon', 'ceph-mon', ['-i', 'a']);
        await this.#tell('-s');
        for (let i = 0; i < daemons; i += 1) await this.#make_daemon(i);
        for (let i = 0; i < daemons; i += 1) this.begin_daemon(i);
        this.#start('gateway', 'radosgw', ['-n', 'client.gateway', '--rgw-frontends', `beast endpoint=127.0.0.1:${this.#gateway_port}`]);
        await this.#running.get('gateway').answers(this.spec.url);
        await this.#do('radosgw-admin', ['user', 'create', '--uid', 'maren', '--display-name', 'Maren', '--access-key', keys.user, '--secret', keys.secret]);
    }

    /** @param {number} daemons */
    async #configure(daemons) {
        const folder = this.#folder;
        const [id, address] = [randomUUID(), `v1:127.0.0.1:${this.#monitor_port}`];
        const library = (name) => libraries(part).split(':').map((path) => join(path, name)).find(existsSync) ?? name;
        for (const name of ['mon', 'run', 'log']) mkdirSync(join(folder, name));
        // Every object twice, and one holder is enough to go on: that is what survives the stop of a daemon.
        writeFileSync(join(folder, 'ceph.conf'), `
[global]
fsid = ${id}
mon host = [${address}]
mon initial members = a
auth cluster required = none
auth service required = none
auth client required = none
auth allow insecure global id reclaim = true
ms bind msgr2 = false
public addr = 127.0.0.1
run dir = ${folder}/run
admin socket = ${folder}/run/$name.$pid.sock
pid file = ${folder}/run/$name.pid
log file = ${folder}/log/$name.log
mon data = ${folder}/mon
mon allow pool size one = true
osd data = ${folder}/osd.$id
osd objectstore = bluestore
osd class dir = ${library('rados-classes')}
osd class load list = *
osd class default list = *
erasure code dir = ${library('ceph/erasure-code')}
plugin dir = ${library('ceph')}
bluestore block size = 4294967296
bluestore fsck on mount = false
osd memory target = 939524096
osd pool default size = ${Math.min(daemons, 2)}
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd heartbeat interval = 1
osd heartbeat grace = 4
mon osd min down reporters = 1
mon osd down out interval = 600
mon max pg per osd = 1000
rgw dns name = 127.0.0.1
rgw data = ${folder}/run
`);
        const map = join(folder, 'monmap');
        await this.#do('monmaptool', ['--create', '--addv', 'a', `[${address}]`, '--fsid', id, map]);
        await this.#do('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', map]);
    }

    /** @param {number} i */
    async #make_daemon(i) {
        const id = randomUUID();
        mkdirSync(join(this.#folder, `osd.${i}`));
        await this.#tell('osd', 'new', id, String(i));
        await this.#do('ceph-osd', ['-i', String(i), '--mkfs', '--osd-uuid', id]);
    }

    /** @param {number} i */
    begin_daemon(i) {
        this.#start(`osd.${i}`, 'ceph-osd', ['-i', String(i)]);
    }

    /** Without a chance to finish anything. @param {number} i */
    async kill_daemon(i) {
        await this.#running.get(`osd.${i}`)?.end('SIGKILL');
    }

    /** Whom the gateway may serve, and from where browsers may ask. @param {string} origin */
    async make_bucket(origin) {
        const site = { folder: '', port: 0, read_only: false, origin };
        for (const [target, text] of [[bucket, ''], [`${bucket}?cors`, recommended('s3-cors.xml', site)]]) {
            const body = new TextEncoder().encode(text);
            const md5 = createHash('md5').update(body).digest('base64');
            const address = `${this.spec.url}/${target}`;
            const headers = await sign({ method: 'PUT', target: address, body, keys, at: new Date(), extra: { 'Content-MD5': md5 } });
            const answer = await fetch(address, { method: 'PUT', headers, body });
            if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
        }
    }

    async stop() {
        for (const running of [...this.#running.values()].reverse()) await running.end('SIGKILL');
        rmSync(this.#folder, { recursive: true, force: true });
    }

    #start(name, file, words) {
        this.#running.set(name, new Running(program(file), ['-f', '-c', join(this.#folder, 'ceph.conf'), ...words], { part }));
    }

    /** The monitor. @param {...string} words */
    #tell(...words) {
        const python = join(dirname(program('ceph')), '../lib/python3/dist-packages');
        return this.#do('ceph', ['--connect-timeout', '60', ...words], { PYTHONPATH: python, PYTHONDONTWRITEBYTECODE: '1' });
    }

    async #do(name, words, more = {}) {
        const settings = name === 'monmaptool' ? [] : ['-c', join(this.#folder, 'ceph.conf')];
        const env = { ...process.env, LD_LIBRARY_PATH: libraries(part), ...more };
        try {
            return (await run(program(name), [...settings, ...words], { env, timeout: 120_000 })).stdout;
        } catch (error) {
            throw new Error(`${name} ${words.join(' ')}: ${error.stderr || error}`);
        }
    }
}

