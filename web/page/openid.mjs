// A company's own sign-in (R72): OpenID Connect, the code flow with PKCE, as a public client. Loaded only when somebody
// signs in. What comes back is who the person is; the token itself is dropped.

import * as oauth from 'oauth4webapi';

/** @typedef {import('./sign_in.mjs').Wanted} Wanted */
/** @typedef {import('./sign_in.mjs').Pending} Pending */

/**
 * Where to send the person, and what has to be known when they come back.
 *
 * @param {Wanted} wanted
 * @param {string} redirect_uri
 * @returns {Promise<{address: URL, pending: Pending}>}
 */
export async function begin(wanted, redirect_uri) {
    const server = await discovered(wanted.issuer);
    if (!server.authorization_endpoint) throw new Error(`${wanted.issuer} has no authorization endpoint`);
    const verifier = oauth.generateRandomCodeVerifier();
    const pending = {
        ...wanted, redirect_uri, verifier, state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(),
    };
    const address = new URL(server.authorization_endpoint);
    const asked = {
        client_id: wanted.client_id, redirect_uri, response_type: 'code', scope: 'openid email profile',
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
        state: pending.state, nonce: pending.nonce, ...wanted.email && { login_hint: wanted.email },
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    return { address, pending };
}

/**
 * Who it is. Throws where anything about the answer is not as it must be: state, verifier, nonce, issuer, audience, time,
 * signature.
 *
 * @param {Pending} pending
 * @param {URL} answer the address at which the person came back
 * @returns {Promise<{email: string, name: string}>} `email` is empty where the issuer has not verified one
 */
export async function finish(pending, answer) {
    const server = await discovered(pending.issuer);
    const client = { client_id: pending.client_id };
    const parameters = oauth.validateAuthResponse(server, client, answer, pending.state);
    const response = await oauth.authorizationCodeGrantRequest(
        server, client, oauth.None(), parameters, pending.redirect_uri, pending.verifier, { signal: patience() });
    const result = await oauth.processAuthorizationCodeResponse(
        server, client, response, { expectedNonce: pending.nonce, requireIdToken: true });
    await oauth.validateApplicationLevelSignature(server, response, { signal: patience() });
    const claims = oauth.getValidatedIdTokenClaims(result);
    if (!claims) throw new Error('the issuer has sent no ID token');
    const verified = claims.email_verified === true && typeof claims.email === 'string';
    return { email: verified ? String(claims.email) : '', name: typeof claims.name === 'string' ? claims.name : '' };
}

/** An issuer that does not answer keeps nobody waiting: the portal starts without it, and says so. */
const patience = () => AbortSignal.timeout(20_000);

/** @param {string} issuer */
async function discovered(issuer) {
    const address = new URL(issuer);
    return oauth.processDiscoveryResponse(address, await oauth.discoveryRequest(address, { signal: patience() }));
}
