// Moves drawings about and shows them larger. Without this each stands whole, at its natural size.
/** An SVG that may be shown data-most times as large; tells each change as an event "view" with what part is seen. */
const zoomable = (svg) => {
	const { x, y, width, height } = svg.viewBox.baseVal;
	const most = Number(svg.dataset.most);
	const view = { x, y, size: 1 };

	const show = () => {
		view.x = Math.min(Math.max(view.x, x), x + width * (1 - view.size));
		view.y = Math.min(Math.max(view.y, y), y + height * (1 - view.size));
		svg.setAttribute('viewBox', `${view.x} ${view.y} ${width * view.size} ${height * view.size}`);
		svg.toggleAttribute('data-near', view.size < 1);
		svg.dispatchEvent(new CustomEvent('view', { detail: view.size }));
	};

	/** Keeps a point, given in parts of what is seen, where it is. */
	const zoom = (by, [partX, partY] = [.5, .5]) => {
		const size = Math.min(Math.max(view.size / by, 1 / most), 1);
		view.x += partX * width * (view.size - size);
		view.y += partY * height * (view.size - size);
		view.size = size;
		show();
	};

	/** By parts of what is seen. */
	const move = (partX, partY) => {
		view.x += partX * width * view.size;
		view.y += partY * height * view.size;
		show();
	};

	const part = (event) => {
		const box = svg.getBoundingClientRect();
		return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
	};

	const fingers = new Map();
	let moved = false;
	svg.addEventListener('pointerdown', (event) => {
		fingers.set(event.pointerId, part(event));
		moved = false;
	});
	addEventListener('pointermove', (event) => {
		const before = fingers.get(event.pointerId);
		if (!before) return;
		const now = part(event);
		moved ||= Math.hypot(now[0] - before[0], now[1] - before[1]) > .004;
		if (!moved) return;
		const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
		if (other) {
			const apart = (one) => Math.hypot(one[0] - other[0], one[1] - other[1]) || 1;
			zoom(apart(now) / apart(before), other);
		} else if (view.size < 1) {
			move(before[0] - now[0], before[1] - now[1]);
		}
		fingers.set(event.pointerId, now);
	});
	for (const end of ['pointerup', 'pointercancel']) addEventListener(end, (event) => fingers.delete(event.pointerId));
	// A drag that ends on a link is no click.
	svg.addEventListener('click', (event) => { if (moved && view.size < 1) event.preventDefault(); }, true);
	svg.addEventListener('dragstart', (event) => event.preventDefault());
	// The wheel scrolls the page; with a key, or as browsers report two fingers, it zooms.
	svg.addEventListener('wheel', (event) => {
		if (!event.ctrlKey && !event.metaKey) return;
		event.preventDefault();
		zoom(Math.exp(-event.deltaY / 200), part(event));
	}, { passive: false });
	// What is reached by the keyboard comes into sight.
	svg.addEventListener('focusin', (event) => {
		if (view.size === 1) return;
		const box = event.target.getBBox();
		view.x = box.x + (box.width - width * view.size) / 2;
		view.y = box.y + (box.height - height * view.size) / 2;
		show();
	});
	return { in: () => zoom(1.5), out: () => zoom(1 / 1.5), all: () => zoom(0), move };
};

const STEPS = { ArrowLeft: [-.2, 0], ArrowRight: [.2, 0], ArrowUp: [0, -.2], ArrowDown: [0, .2] };

for (const frame of document.querySelectorAll('.zoomable')) {
	const drawings = [...frame.querySelectorAll('svg[data-most]')].map(zoomable);
	const buttons = frame.querySelector('.zoom');
	buttons.addEventListener('click', (event) => {
		const asked = event.target.closest('[data-zoom]')?.dataset.zoom;
		if (asked) drawings.forEach((drawing) => drawing[asked]());
	});
	buttons.addEventListener('keydown', (event) => {
		const step = STEPS[event.key];
		if (!step) return;
		event.preventDefault();
		drawings.forEach((drawing) => drawing.move(...step));
	});
	buttons.hidden = false;
}
