// What was typed on this phone and has not been answered by the server. Pages and the service worker share
// it. An entry is kept until an answer is there, and has one id from the first touch on: sending it again is
// safe, and nothing can arrive twice.
self.Outbox = (() => {
  const run = async (mode, act) => {
    const database = await new Promise((done, fail) => {
      const request = indexedDB.open('outbox', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('entries', { keyPath: 'id' });
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    try {
      return await new Promise((done, fail) => {
        // Strict: it is on the disk before anybody reads that it is saved.
        const transaction = database.transaction('entries', mode, { durability: 'strict' });
        const request = act(transaction.objectStore('entries'));
        transaction.oncomplete = () => done(request.result);
        transaction.onerror = transaction.onabort = () => fail(transaction.error);
      });
    } finally {
      database.close();
    }
  };

  const all = async () => (await run('readonly', (entries) => entries.getAll())).sort((a, b) => a.made - b.made);
  const get = (id) => run('readonly', (entries) => entries.get(id));
  const put = (entry) => run('readwrite', (entries) => entries.put(entry));
  const alone = (act) => navigator.locks.request('outbox', act);

  // What may be on its way, or has arrived, is what it is; all else may be put right.
  const open = (entry) => ['refused', 'failed'].includes(entry.state) || (entry.state === 'waiting' && entry.tries === 0);
  // What failed may have been recorded all the same: with the same id it is put right, or found to differ.
  const withdrawable = (entry) => open(entry) && entry.state !== 'failed';

  // False when the entry was sent in the meantime. A new one nobody else can be sending: it waits for nothing.
  const save = async (entry) => {
    if (!(await get(entry.id))) {
      await put(entry);
      return true;
    }
    return alone(async () => {
      if (!open(await get(entry.id))) {
        return false;
      }
      await put(entry);
      return true;
    });
  };

  const body = ({ fields, photos }) => {
    if (photos.length === 0) {
      return new URLSearchParams(fields);
    }
    const form = new FormData();
    fields.forEach(([name, value]) => form.append(name, value));
    photos.forEach((photo, i) => form.append('photos', photo, (i + 1) + '.jpg'));
    return form;
  };

  // What the server says of this one entry; null when it says nothing, for now or before somebody logs in.
  const answered = async (entry, answer) => {
    if (answer.ok) {
      return { ...entry, state: 'sent', errors: [] };
    }
    if ([401, 403, 408, 429, 502, 503, 504, 507].includes(answer.status)) {
      return null;
    }
    const problem = await answer.json().catch(() => ({}));
    const message = [problem.title ?? String(answer.status), problem.id].filter((part) => part).join(' ');
    return { ...entry, state: answer.status < 500 ? 'refused' : 'failed', errors: problem.errors ?? [{ message }] };
  };

  // One after another, in the order of typing: what is dug may have been sown in the entry before. What the server
  // fails at is kept and stops nothing else; it is tried again when a page opens, not over and over.
  // Tells 'login' when somebody has to log in first.
  const send = (again = false) => alone(async () => {
    const waiting = (await all()).filter((entry) => entry.state === 'waiting' || (again && entry.state === 'failed'));
    if (waiting.length === 0) {
      return 'done';
    }
    try {
      const asked = await fetch('/api/v1/session', { cache: 'no-store', signal: AbortSignal.timeout(15000) });
      if (!asked.ok) {
        return asked.status === 401 ? 'login' : 'later';
      }
      const session = await asked.json();
      let result = 'done';
      for (const entry of waiting) {
        if (entry.owner !== session.name) {
          result = 'login';
          continue;
        }
        const tried = { ...entry, tries: entry.tries + 1 };
        await put(tried);
        const answer = await fetch('/api/v1/field/' + entry.act, {
          method: 'POST',
          // Whatever party is acted for by now; what was kept before parties were noted says none.
          headers: { Accept: 'application/json', 'Acting-For': entry.party ?? '', [session.header]: session.token },
          body: body(entry),
          signal: AbortSignal.timeout(60000)
        });
        const settled = await answered(tried, answer);
        if (!settled) {
          return [401, 403].includes(answer.status) ? 'login' : 'later';
        }
        await put(settled);
      }
      return result;
    } catch (failure) {
      // No signal, or it was lost in between: another time, with the same id.
      return 'later';
    }
  });

  const sending = async () => (await navigator.locks.query()).held.some(({ name }) => name === 'outbox');

  return { all, get, put, open, withdrawable, save, send, sending };
})();
