// Where pictures have the portal: links in mails show an address as people have it, without the port of this machine.
import { certificate } from '../../tests/browser/support/certificate.mjs';
import { serve } from '../serve.mjs';

const host = 'keyrack.example';

/** Serves a folder over TLS, and says with which switches a browser finds it at its address. @param {string} folder */
export async function serve_as_people_have_it(folder) {
  const { port, close } = await serve(folder, 0, certificate(host));
  const args = [`--host-resolver-rules=MAP ${host} 127.0.0.1:${port}`, '--ignore-certificate-errors', '--no-proxy-server'];
  return { served: `https://${host}/`, args, port, close };
}
