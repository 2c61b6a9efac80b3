// A real identity provider for the tests: oidc-provider, with people that a test puts in and no screens of its own.
// Arguments: the package's entry point, and where name and roles are: "token" or "userinfo".
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { pathToFileURL } from 'node:url';

const [entry, place] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(entry).href);

const people = new Map();
const grants = new Set();
const state = { person: null, identityTokenSeconds: 300 };
let provider;
let callback;

// What a test asks, beside what OpenID Connect has.
const controls = {
  // The wizard's addresses, once it is known where it listens.
  client: (client) => start(client),
  // Who signs in next, with these claims; no id refuses.
  person: ({ id, claims }) => {
    state.person = id ?? null;
    if (id) people.set(id, claims);
  },
  // How long the next identity tokens are good; less than nothing has them expired.
  lifetime: ({ seconds }) => { state.identityTokenSeconds = seconds; },
  // Takes back whatever was granted to anybody.
  revoke: async () => {
    for (const id of grants) {
      await provider.RefreshToken.revokeByGrantId(id);
      await provider.AccessToken.revokeByGrantId(id);
      await (await provider.Grant.find(id))?.destroy();
    }
    grants.clear();
  },
};

const server = createServer(async (request, response) => {
  try {
    const [, first, second] = new URL(request.url, 'http://localhost').pathname.split('/');
    if (first === 'control') {
      await controls[second](JSON.parse(await bodyOf(request)));
      response.writeHead(204).end();
    } else if (first === 'interaction') {
      await provider.interactionFinished(request, response, state.person
        ? { login: { accountId: state.person } }
        : { error: 'access_denied', error_description: 'nobody' });
    } else {
      callback(request, response);
    }
  } catch (problem) {
    console.error(problem);
    response.writeHead(500).end();
  }
});

server.listen(0, '127.0.0.1', () => console.log(`listens at http://127.0.0.1:${server.address().port}`));
// The tests hold the other end: when they are gone, so is this.
process.stdin.on('end', () => process.exit()).resume();

async function bodyOf(request) {
  let body = '';
  for await (const part of request) body += part;
  return body;
}

function start({ id, secret, callbackUri, signedOutUri, backChannelUri }) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  provider = new Provider(`http://127.0.0.1:${server.address().port}`, {
    clients: [{
      client_id: id,
      client_secret: secret,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: [callbackUri],
      post_logout_redirect_uris: [signedOutUri],
      backchannel_logout_uri: backChannelUri,
      backchannel_logout_session_required: true,
    }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups', 'roles'] },
    conformIdTokenClaims: place === 'userinfo',
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    issueRefreshToken: () => true,
    loadExistingGrant,
    ttl: {
      AccessToken: 300, AuthorizationCode: 60, Grant: 3600, Interaction: 600, RefreshToken: 3600, Session: 3600,
      IdToken: () => state.identityTokenSeconds,
    },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => { context.body = form; } },
    },
    // Its own way refuses addresses of this machine, where the tests are.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  });
  for (const event of ['server_error', 'backchannel.error', 'grant.error', 'authorization.error'])
    provider.on(event, (_, problem) => console.error(event, problem?.message, problem?.error_detail ?? ''));
  callback = provider.callback();
}

async function loadExistingGrant({ oidc }) {
  const known = oidc.session.grantIdFor(oidc.client.clientId);
  const found = known && await oidc.provider.Grant.find(known);
  if (found) return found;
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  grants.add(await grant.save());
  return grant;
}
