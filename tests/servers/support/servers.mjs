// The real servers that devices exchange through, each with the configuration that the portal recommends
// (assets/servers), behind one door.
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { free_port, installed, libraries, Running } from './process.mjs';

/** @typedef {import('../../../web/worker/backends.mjs').Spec} Spec */
/** @typedef {{read_only?: boolean, origin?: string, port?: number, folder?: string}} Wishes */
/** @typedef {{folder: string, port: number, read_only: boolean, origin: string}} Site */

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const user = 'maren';
const secret = 'blåbær: 9 søt';
const is_root = userInfo().uid === 0;
/** Who serves where the tests are run by root, which Apache does not like. */
const servant = { name: 'www-data', uid: 33, gid: 33 };

/** The configuration that the portal shows, filled in. @param {string} name @param {Site} site */
export function recommended(name, { folder, origin }) {
    return readFileSync(join(root, 'assets/servers', name), 'utf8')
        .replaceAll('FOLDER', join(folder, 'objects')).replaceAll('PASSWORDS', join(folder, 'passwords'))
        .replaceAll('ORIGIN', origin);
}

/** @param {string} text @param {string | RegExp} what @param {string} by */
function replaced(text, what, by) {
    const result = text.replace(what, by);
    if (result === text) throw new Error(`nothing to replace: ${what}`);
    return result;
}

/** @type {Record<string, {kind: Spec['kind'], begin: (site: Site) => Running}>} */
const kinds = {
    nginx: { kind: 'webdav', begin: begin_nginx },
    apache: { kind: 'webdav', begin: begin_apache },
    lighttpd: { kind: 'webdav', begin: begin_lighttpd },
    'json-server': { kind: 'rest_rows', begin: begin_json_server },
};
export const names = Object.keys(kinds);

/** @param {Site} site */
function begin_nginx(site) {
    const { folder, port, read_only } = site;
    let location = recommended('nginx.conf', site);
    if (read_only) location = replaced(location, 'dav_methods PUT MKCOL;', 'dav_methods off;');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
    // Without a master, so that one kill ends it.
    writeFileSync(join(folder, 'nginx.conf'), `
daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http { access_log off; ${temporary.join(' ')}
server { listen 127.0.0.1:${port};
${location}
} }`);
    return new Running(installed('/usr/sbin/nginx'), ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]);
}

/** @param {Site} site */
function begin_apache(site) {
    const { folder, port, read_only } = site;
    let directory = recommended('apache.conf', site);
    if (read_only) {
        directory = replaced(directory, 'Require valid-user', '<RequireAll>\nRequire valid-user\nRequire method GET\n</RequireAll>');
    }
    const needed = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic', 'alias', 'dav', 'dav_fs', 'headers', 'rewrite'];
    const modules = dirname(installed('/usr/lib/apache2/modules/mod_dav.so'));
    writeFileSync(join(folder, 'apache.conf'), [
        ...needed.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
        `ServerRoot ${folder}`, `DefaultRuntimeDir ${folder}`, `PidFile ${folder}/apache.pid`, `Mutex file:${folder}`, 'ServerName localhost', `ErrorLog ${folder}/error.log`,
        ...is_root ? [`User ${servant.name}`, `Group ${servant.name}`] : [],
        `Listen 127.0.0.1:${port}`, `<VirtualHost 127.0.0.1:${port}>`, directory, '</VirtualHost>\n',
    ].join('\n'));
    lend_libraries(folder);
    rmSync(join(folder, 'objects/__db.locks'), { force: true }); // as the configuration tells whoever had it killed
    return new Running(installed('/usr/sbin/apache2'), ['-DFOREGROUND', '-f', join(folder, 'apache.conf')], { also: folder });
}

/** The driver of its database of locks, which it loads as the servant, who may not look into the cache. @param {string} folder */
function lend_libraries(folder) {
    const drivers = libraries().split(':').map((path) => join(path, 'apr-util-1')).find(existsSync);
    if (drivers) cpSync(drivers, join(folder, 'apr-util-1'), { recursive: true, dereference: true });
}

/** @param {Site} site */
function begin_lighttpd(site) {
    const { folder, port, read_only } = site;
    let location = recommended('lighttpd.conf', site);
    if (read_only) location = replaced(location, 'webdav.activate = "enable"', 'webdav.activate = "enable"\nwebdav.is-readonly = "enable"');
    const modules = dirname(installed('/usr/lib/lighttpd/mod_webdav.so'));
    writeFileSync(join(folder, 'lighttpd.conf'), `
server.port = ${port}
server.bind = "127.0.0.1"
server.document-root = "${folder}/objects"
server.errorlog = "${folder}/error.log"
server.upload-dirs = ( "${folder}" )
server.modules = ( "mod_setenv", "mod_auth", "mod_authn_file", "mod_webdav" )
${location}`);
    return new Running(installed('/usr/sbin/lighttpd'), ['-D', '-f', join(folder, 'lighttpd.conf'), '-m', modules]);
}

/** It knows no passwords by itself: what stands before it elsewhere is a middleware here. @param {Site} site */
function begin_json_server({ folder, port, read_only }) {
    const rows = join(folder, 'rows.json');
    if (!existsSync(rows)) writeFileSync(rows, '{"objects":[]}');
    writeFileSync(join(folder, 'guard.cjs'), `module.exports = (request, response, next) =>
        request.headers.apikey === ${JSON.stringify(api_key)} || request.method === 'OPTIONS' ? next() : response.sendStatus(401);`);
    const program = createRequire(import.meta.url).resolve('json-server/lib/cli/bin.js');
    return new Running(process.execPath, [program, '--quiet', '--host', '127.0.0.1', '--port', String(port),
        ...read_only ? ['--read-only'] : [], rows, '--middlewares', join(folder, 'guard.cjs')], { cwd: folder });
}

const api_key = 'k-7731';

/** @param {string} name @param {Site} site @returns {Spec} */
function spec_of(name, { port }) {
    const here = `http://127.0.0.1:${port}`;
    const plain = { region: '', bucket: '' };
    if (name === 'json-server') return { kind: 'rest_rows', url: `${here}/objects`, user: 'apikey', secret: api_key, ...plain };
    return { kind: kinds[name].kind, url: `${here}/keyrack/`, user, secret, ...plain };
}

/** Starts a server in a folder of its own. @param {string} name @param {Wishes} [wishes] */
export async function start(name, { read_only = false, origin = 'http://127.0.0.1', port, folder } = {}) {
    const site = { folder: folder ?? made_folder(), port: port ?? await free_port(), read_only, origin };
    const server = new Server(name, site);
    await server.begin();
    return server;
}

export class Server {
    #site;
    /** @type {Running | undefined} */ #running;

    /** @param {string} name @param {Site} site */
    constructor(name, site) {
        this.name = name;
        this.#site = site;
        this.spec = spec_of(name, site);
    }

    get folder() {
        return this.#site.folder;
    }

    /** In the folder that it had, at the port that it had. @param {Wishes} [wishes] */
    async begin(wishes = {}) {
        Object.assign(this.#site, wishes);
        if (is_root) give_away(this.folder);
        this.#running = kinds[this.name].begin(this.#site);
        await this.#running.answers(this.spec.url);
    }

    /** Without a chance to finish anything. */
    async kill() {
        await this.#running?.end('SIGKILL');
    }

    async stop() {
        await this.kill();
        rmSync(this.folder, { recursive: true, force: true });
    }
}

/** With the passwords' file, as htpasswd writes it. */
function made_folder() {
    const folder = mkdtempSync(join(tmpdir(), 'keyrack-server-'));
    mkdirSync(join(folder, 'objects/keyrack'), { recursive: true });
    writeFileSync(join(folder, 'passwords'), `${user}:{SHA}${createHash('sha1').update(secret).digest('base64')}\n`);
    return folder;
}

/** @param {string} path */
function give_away(path) {
    chownSync(path, servant.uid, servant.gid);
    chmodSync(path, 0o755);
    for (const entry of readdirSync(path, { withFileTypes: true })) if (entry.isDirectory()) give_away(join(path, entry.name));
}
