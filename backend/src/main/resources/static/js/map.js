// Moves a map about and draws it larger. Without this, its links lead closer as well.
const figure = document.getElementById('map');
const land = figure?.querySelector('svg.land');
if (land) {
  const whole = land.viewBox.baseVal;
  const home = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const view = { ...home };
  const scale = figure.querySelector('svg.scale');
  const metresWide = Number(scale.dataset.metres) / Number(scale.dataset.bar) * 1000;
  const texts = [...land.querySelectorAll('text')];
  const discs = [...land.querySelectorAll('circle')].map((disc) => [disc, disc.r.baseVal.value]);

  const roundLength = (metres) => {
    const power = 10 ** Math.floor(Math.log10(metres));
    const steps = metres / power;
    return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
  };

  const draw = () => {
    land.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
    const size = view.width / home.width;
    texts.forEach((text) => text.style.setProperty('font-size', `calc(var(--map-text) * ${size})`));
    discs.forEach(([disc, radius]) => disc.setAttribute('r', radius * size));
    const metres = roundLength(metresWide * size / 4);
    const bar = metres / (metresWide * size) * 1000;
    scale.querySelector('.bar').setAttribute('d', `M4 8v16h${bar}v-16`);
    scale.querySelector('text').textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  };

  // A point of the window, in parts of the map.
  const part = (event) => {
    const box = land.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };

  const zoom = (factor, [x, y] = [.5, .5]) => {
    const width = Math.min(home.width, Math.max(home.width / 200, view.width * factor));
    const by = width / view.width;
    view.x += view.width * x * (1 - by);
    view.y += view.height * y * (1 - by);
    view.width = width;
    view.height *= by;
    move(0, 0);
  };

  const move = (x, y) => {
    view.x = Math.min(home.width - view.width, Math.max(0, view.x + x * view.width));
    view.y = Math.min(home.height - view.height, Math.max(0, view.y + y * view.height));
    draw();
  };

  const fingers = new Map();
  let moved = false;
  land.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, part(event));
    moved = false;
  });
  addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = part(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (one) => Math.hypot(one[0] - other[0], one[1] - other[1]) || 1;
      zoom(apart(before) / apart(now), other);
    } else {
      move(before[0] - now[0], before[1] - now[1]);
    }
    moved = moved || Math.hypot(now[0] - before[0], now[1] - before[1]) > .004;
    fingers.set(event.pointerId, now);
  });
  ['pointerup', 'pointercancel'].forEach((end) => addEventListener(end, (event) => fingers.delete(event.pointerId)));
  land.addEventListener('click', (event) => moved && event.preventDefault(), true);
  land.addEventListener('dragstart', (event) => event.preventDefault());
  land.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom(2 ** (event.deltaY / 200), part(event));
    }
  }, { passive: false });

  const buttons = document.createElement('p');
  buttons.className = 'zoom';
  [['+', figure.dataset.nearer, () => zoom(.5)], ['−', figure.dataset.farther, () => zoom(2)],
    ['⤢', figure.dataset.whole, () => { Object.assign(view, home); draw(); }]].forEach(([sign, name, act]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'second';
    button.dataset.sign = sign;
    button.setAttribute('aria-label', name);
    button.addEventListener('click', act);
    buttons.append(button);
  });
  figure.prepend(buttons);
  figure.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-.2, 0], ArrowRight: [.2, 0], ArrowUp: [0, -.2], ArrowDown: [0, .2] }[event.key];
    if (step) {
      event.preventDefault();
      move(...step);
    }
  });
}
