// Keeps the pages of the field on the phone. Whatever can be fetched is fetched; what cannot comes from here;
// and of all other pages it is said that they need a signal.
importScripts('/js/outbox.js');

const KEPT = 'field';
const ACTS = ['sow', 'lift', 'transplant', 'work', 'harvest'];
const PAGES = ['/offline', '/field', ...ACTS.map((act) => '/field/' + act)];
const FILES = ['/css/shenyuan.css', '/img/icon.svg', '/img/icon-192.png', '/img/icons.svg', '/js/outbox.js', '/js/field.js',
  '/manifest.webmanifest'];
const PATIENCE = 4000;

// A page of somebody who is not logged in leads to the log-in, and is not kept.
const keep = async (path, answer) => {
  if (answer.ok && !answer.redirected) {
    await (await caches.open(KEPT)).put(path, answer.clone());
  }
  return answer;
};
const fresh = async (path) => keep(path, await fetch(path, { cache: 'no-cache' })).catch(() => {});
const kept = async (path) => (await caches.open(KEPT)).match(path);

const first = async (request, path) => {
  const old = await kept(path);
  const signal = old ? AbortSignal.timeout(PATIENCE) : undefined;
  try {
    const answer = await fetch(request, { signal });
    return answer.status >= 502 && old ? old : keep(path, answer);
  } catch (failure) {
    if (old) {
      return old;
    }
    throw failure;
  }
};

const page = async (request, path) => {
  try {
    return await (PAGES.includes(path) ? first(request, path) : fetch(request));
  } catch (failure) {
    // The tag on a plot, in capitals as a camera reads it.
    if (/^\/p\//i.test(path)) {
      return Response.redirect('/field?plot=' + path.slice(3));
    }
    return await kept('/offline') ?? Response.error();
  }
};

// The pages name people and plots; what was typed stays for whom it belongs to.
const forget = async () => {
  const cache = await caches.open(KEPT);
  await Promise.all(PAGES.map((path) => cache.delete(path)));
};
// For which party somebody acts is known to the server alone.
const other = async (request) => {
  try {
    const answer = await fetch(request);
    await forget();
    return answer;
  } catch (failure) {
    return await kept('/offline') ?? Response.error();
  }
};

addEventListener('install', (event) => event.waitUntil(Promise.all(FILES.map(fresh)).then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => event.waitUntil(Promise.all([...PAGES, ...FILES].map(fresh)).then(async () => {
  const missing = (await Promise.all([...PAGES, ...FILES].map(kept))).filter((one) => !one);
  event.source.postMessage(missing.length === 0 ? 'ready' : 'not ready');
})));
addEventListener('sync', (event) => event.waitUntil(Outbox.send().then((state) => {
  if (state === 'later') {
    throw new Error('no signal yet');
  }
})));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) {
    return;
  }
  if (request.method === 'POST' && pathname === '/logout') {
    event.waitUntil(forget());
  } else if (request.method === 'POST' && ['/account/party', '/account/offers/accept'].includes(pathname)) {
    event.respondWith(other(request));
  } else if (request.method === 'GET' && request.mode === 'navigate') {
    event.respondWith(page(request, pathname));
  } else if (request.method === 'GET' && FILES.includes(pathname)) {
    event.respondWith(first(request, pathname));
  }
});
