// A company's own sign-in service: a real OpenID provider on the loopback address, over TLS.
import Provider from 'oidc-provider';
import { createServer } from 'node:https';
import { certificate } from './certificate.mjs';

const client_id = 'keyrack';

/**
 * Whoever comes is signed in as `person` without a question; null: refuses.
 *
 * @typedef {{email: string, verified: boolean, name: string}} Person
 */

/** @param {string} portal the address at which the portal is served */
export async function open_provider(portal) {
    /** @type {{person: Person | null, asked: URLSearchParams[], tokens: number}} */
    const state = { person: null, asked: [], tokens: 0 };
    let handle = (request, response) => response.writeHead(503).end();
    const server = createServer(certificate('127.0.0.1'), (request, response) => handle(request, response));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const issuer = `https://127.0.0.1:${port}`;
    const provider = new Provider(issuer, configuration(portal, state));
    provider.on('authorization_code.consumed', () => { state.tokens += 1; });
    const answer = provider.callback();
    handle = (request, response) => {
        const { pathname, searchParams } = new URL(request.url, issuer);
        if (pathname === '/auth') state.asked.push(searchParams);
        if (pathname.startsWith('/interaction/')) return void decide(provider, state, request, response);
        return answer(request, response);
    };
    const close = () => new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
    });
    return Object.assign(state, { issuer, client_id, close });
}

function configuration(portal, state) {
    return {
        clients: [{
            client_id, redirect_uris: [portal], response_types: ['code'], grant_types: ['authorization_code'],
            token_endpoint_auth_method: 'none', application_type: 'native',
        }],
        findAccount: (context, id) => ({
            accountId: id,
            claims: () => ({ sub: id, email: state.person?.email, email_verified: state.person?.verified, name: state.person?.name }),
        }),
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        conformIdTokenClaims: false,
        clientBasedCORS: () => true,
        cookies: { keys: ['of a test'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
        pkce: { required: () => true },
    };
}

/** Signs in and consents at once. */
async function decide(provider, state, request, response) {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (!state.person) return provider.interactionFinished(request, response, { error: 'access_denied' });
    if (prompt.name === 'login') {
        return provider.interactionFinished(request, response, { login: { accountId: state.person.email } });
    }
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope('openid email profile');
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}
