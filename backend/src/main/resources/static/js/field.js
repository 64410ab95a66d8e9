// The pages of the field on a phone: what is typed is kept first and sent then, whether there is a signal or not.
(() => {
  const page = document.getElementById('field') ?? document.getElementById('act');
  const { person: owner, party, partyName } = page.dataset;
  // A phone says that it is connected when it sees a mast; what counts is whether anything gets through.
  const showSignal = (through) => { document.getElementById('no-signal').hidden = navigator.onLine && through; };
  addEventListener('online', () => showSignal(true));
  addEventListener('offline', () => showSignal(false));
  showSignal(true);

  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    document.getElementById('ready')?.toggleAttribute('hidden', data !== 'ready');
  });
  navigator.serviceWorker?.register('/sw.js').then(() => navigator.serviceWorker.ready)
    .then((registration) => registration.active.postMessage('keep')).catch(() => {});
  navigator.storage?.persist?.();

  const wake = () => navigator.serviceWorker?.ready.then((registration) => registration.sync?.register('outbox')).catch(() => {});

  const random = (letters) => Array.from(crypto.getRandomValues(new Uint8Array(letters)), (byte) => (byte % 16).toString(16))
    .join('').toUpperCase();
  const twoDigits = (number) => String(number).padStart(2, '0');

  const beginForm = async (form) => {
    const act = page.dataset.act;
    const asked = new URLSearchParams(location.search);
    const known = asked.get('entry') ? await Outbox.get(asked.get('entry')) : null;
    const remembered = 'last ' + owner + ' ' + act;
    const fill = (fields) => fields.forEach(([name, value]) => {
      const field = form.elements[name];
      if (field && (field.tagName !== 'SELECT' || [...field.options].some((option) => option.value === value))) {
        field.value = value;
      }
    });
    if (known) {
      fill(known.fields);
      showErrors(form, known.errors);
    } else if (!document.querySelector('.wrong')) {
      // The page may be days old: its id was used, its time is past.
      const now = new Date();
      const day = now.getFullYear() + '-' + twoDigits(now.getMonth() + 1) + '-' + twoDigits(now.getDate());
      if (!asked.get('stand')) {
        fill(JSON.parse(localStorage.getItem(remembered) ?? '[]'));
      }
      form.elements.id.value = crypto.randomUUID();
      form.elements.at.value = day + 'T' + twoDigits(now.getHours()) + ':' + twoDigits(now.getMinutes());
      const made = form.elements.lot ?? (form.elements.stand?.tagName === 'INPUT' ? form.elements.stand : null);
      if (made) {
        made.value = form.dataset.letter + '-' + day.slice(2).replaceAll('-', '') + '-' + random(4);
      }
      choosePlot(form, asked.get('plot'));
    }
    beginTag(form);
    beginArea(form);

    const position = document.getElementById('position');
    position.hidden = !navigator.geolocation;
    const showPosition = () => {
      const [latitude, longitude, accuracy] = ['latitude', 'longitude', 'accuracy'].map((name) => form.elements[name].value);
      position.querySelector('output').textContent = latitude ? `${latitude}, ${longitude} ± ${accuracy} m` : '';
    };
    showPosition();
    position.querySelector('button').addEventListener('click', () => navigator.geolocation.getCurrentPosition(({ coords }) => {
      form.elements.latitude.value = coords.latitude.toFixed(6);
      form.elements.longitude.value = coords.longitude.toFixed(6);
      form.elements.accuracy.value = Math.ceil(coords.accuracy);
      showPosition();
    }, () => { position.querySelector('output').textContent = '–'; }, { enableHighAccuracy: true, timeout: 30000 }));

    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = form.querySelector('button.main');
      button.disabled = true;
      try {
        const fields = [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string');
        const taken = await Promise.all([...form.elements.photos.files].map(smaller));
        const entry = {
          id: form.elements.id.value, act, owner, party, partyName, fields, photos: taken.length > 0 ? taken : known?.photos ?? [], state: 'waiting', errors: [],
          tries: known?.state === 'failed' ? known.tries : 0,
          made: known?.made ?? Date.now(), title: document.querySelector('h1').textContent, typed: said(form)
        };
        if (!await Outbox.save(entry)) {
          location.assign('/field');
          return;
        }
        const lasting = ['plot', 'stand', 'seed', 'seedlings', 'unit', 'work', 'product', 'activeIngredient', 'dose', 'witness', 'areaUnit'];
        localStorage.setItem(remembered, JSON.stringify(fields.filter(([name]) => lasting.includes(name)
          && !(name === 'stand' && form.elements.stand.tagName === 'INPUT'))));
        // What is being sent may take minutes; the next page takes this one along.
        const busy = await Outbox.sending();
        wake();
        if (!busy) {
          await Outbox.send();
        }
        const now = await Outbox.get(entry.id);
        if (now.state === 'refused') {
          location.replace('/field/' + act + '?entry=' + entry.id);
        } else {
          location.assign('/field');
        }
      } finally {
        button.disabled = false;
      }
    });
  };

  // Whether the form has something on this plot to choose.
  const choosePlot = (form, plot) => {
    const choices = [form.elements.stand, form.elements.plot].filter((field) => field?.tagName === 'SELECT');
    return choices.some((field) => {
      const found = plot && [...field.options].find((option) => (option.dataset.plot ?? option.value) === plot);
      field.value = found ? found.value : field.value;
      return found;
    });
  };

  // The tag on a plot, in a picture that is read here; not every browser can.
  const beginTag = (form) => {
    const tag = document.getElementById('tag');
    document.getElementById(self.BarcodeDetector ? 'tag' : 'no-tag').hidden = false;
    tag.querySelector('input').addEventListener('change', async ({ target }) => {
      const [file] = target.files;
      if (!file) {
        return;
      }
      const codes = await createImageBitmap(file)
        .then((picture) => new BarcodeDetector({ formats: ['qr_code'] }).detect(picture)).catch(() => []);
      const plots = codes.map(({ rawValue }) => /\/p\/([^/?#]+)/i.exec(rawValue)?.[1]?.toUpperCase());
      tag.querySelector('output').value = plots.some((plot) => choosePlot(form, plot)) ? '' : tag.dataset.none;
      // The same picture once more is a change as well.
      target.value = '';
    });
  };

  // What a local unit means on the plot that is chosen, before anything is sent.
  const beginArea = (form) => {
    const { plot, squareMetres, areaUnit } = form.elements;
    if (!areaUnit) {
      return;
    }
    const area = document.getElementById('area');
    const show = () => {
      const units = Object.fromEntries((plot.selectedOptions[0]?.dataset.units ?? '').split(' ').map((one) => one.split('=')));
      const one = { m2: 1, mu: 10000 / 15, ...units }[areaUnit.value];
      const typed = Number(squareMetres.value.normalize('NFKC').replaceAll(',', ''));
      const metres = Math.round(typed * Number(one));
      area.querySelector('output').value = one === undefined ? area.dataset.none
        : metres > 0 ? `= ${metres} m² = ${(metres * 15 / 10000).toFixed(2)} 亩` : '';
    };
    [plot, squareMetres, areaUnit].forEach((field) => field.addEventListener('input', show));
    show();
  };

  // A picture of five megabytes is none for a net with two bars; this one is as good for an inspector.
  const smaller = async (file) => {
    try {
      const image = await createImageBitmap(file);
      const scale = Math.min(1, 1600 / Math.max(image.width, image.height));
      const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    } catch (failure) {
      // Not to be read here; the server says why.
      return file;
    }
  };

  // What stands in the form, for the list: labels and values as they are read.
  const said = (form) => [...form.querySelectorAll('.field')].map((field) => {
    const input = field.querySelector('input, select');
    const value = input.type === 'file' ? (input.files.length || '') : input.type === 'hidden' ? field.querySelector('output').textContent
      : input.tagName === 'SELECT' ? input.selectedOptions[0]?.textContent : input.value.replace('T', ' ');
    return value ? (field.querySelector('label, button').textContent + ': ' + value) : '';
  }).filter((text) => text).join(' · ');

  const showErrors = (form, errors) => {
    document.querySelectorAll('.wrong, .field .error').forEach((one) => one.remove());
    form.querySelectorAll('[aria-invalid]').forEach((input) => {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    });
    if (errors.length === 0) {
      return;
    }
    const top = document.getElementById('wrong').content.cloneNode(true);
    errors.forEach((error) => {
      const input = form.elements[(error.field ?? '').split(/[.[]/)[0]];
      const line = document.createElement('li');
      const known = input?.id && input.type !== 'hidden';
      const words = document.createElement(known ? 'a' : 'span');
      words.textContent = error.message;
      if (known) {
        words.href = '#' + input.id;
        const beside = document.createElement('p');
        beside.className = 'error';
        beside.id = input.id + '-error';
        beside.textContent = error.message;
        input.after(beside);
        input.setAttribute('aria-invalid', 'true');
        input.setAttribute('aria-describedby', beside.id);
      }
      line.append(words);
      top.querySelector('ul').append(line);
    });
    form.before(top);
    document.querySelector('.wrong').scrollIntoView({ block: 'center' });
  };

  const showOutbox = async (state) => {
    const entries = (await Outbox.all()).reverse();
    const [open, settled] = [document.querySelector('#outbox > ul'), document.querySelector('#settled > ul')];
    const rows = entries.map((entry) => {
      const row = document.getElementById('entry').content.cloneNode(true).firstElementChild;
      const shown = entry.state === 'waiting' && entry.owner !== owner ? 'elsewhere' : entry.state;
      row.dataset.entry = entry.id;
      row.dataset.state = shown;
      row.querySelector('h3').textContent = entry.title;
      row.querySelector('.typed').textContent = entry.typed;
      const other = entry.party !== undefined && entry.party !== party;
      row.querySelector('.party').hidden = !other;
      row.querySelector('.party b').textContent = entry.partyName;
      row.querySelector('.party .correctable').hidden = !['refused', 'failed'].includes(entry.state);
      row.querySelectorAll('.state').forEach((one) => { one.hidden = one.dataset.state !== shown; });
      entry.errors.forEach((error) => {
        const line = document.createElement('li');
        line.textContent = error.message;
        row.querySelector('.reasons').append(line);
      });
      row.querySelector('.reasons').hidden = entry.errors.length === 0;
      row.querySelector('.actions').hidden = !Outbox.open(entry) || entry.owner !== owner;
      row.querySelector('[data-do=correct]').hidden = other;
      row.querySelector('[data-do=correct]').href = '/field/' + entry.act + '?entry=' + entry.id;
      row.querySelector('[data-do=withdraw]').hidden = !Outbox.withdrawable(entry);
      row.querySelector('[data-do=withdraw]').addEventListener('click', async () => {
        await Outbox.save({ ...entry, state: 'withdrawn' });
        showOutbox(state);
      });
      return row;
    });
    const isSettled = (row) => ['sent', 'withdrawn'].includes(row.dataset.state);
    open.replaceChildren(...rows.filter((row) => !isSettled(row)), ...rows.filter(isSettled).slice(0, 1));
    settled.replaceChildren(...rows.filter(isSettled).slice(1, 100));
    document.getElementById('settled').hidden = !settled.children.length;
    document.getElementById('outbox').hidden = rows.length === 0;
    document.getElementById('log-in').hidden = state !== 'login';
    showSignal(state !== 'later');
  };

  const beginDay = () => {
    const plot = new URLSearchParams(location.search).get('plot');
    if (plot) {
      document.querySelectorAll('.acts a').forEach((link) => { link.search = '?plot=' + encodeURIComponent(plot); });
    }
    const go = async (again) => showOutbox(await Outbox.send(again === true));
    showOutbox('').then(() => go(true));
    addEventListener('online', go);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && go());
    setInterval(go, 20000);
  };

  const form = document.querySelector('#act form');
  if (form) {
    beginForm(form);
  } else {
    beginDay();
  }
})();
