// Zoom and pan of a drawn family. Without this the drawing stands as it is, at its natural size.
const MOST = 4;

for (const family of document.querySelectorAll('.family')) {
	for (const svg of family.querySelectorAll('svg.tree')) {
		const { width, height } = svg.viewBox.baseVal;
		let view = { x: 0, y: 0, zoom: 1 };
		const show = () => {
			const w = width / view.zoom, h = height / view.zoom;
			view.x = Math.min(Math.max(view.x, 0), width - w);
			view.y = Math.min(Math.max(view.y, 0), height - h);
			svg.setAttribute('viewBox', `${view.x} ${view.y} ${w} ${h}`);
			svg.classList.toggle('near', view.zoom > 1);
		};
		/** Keeps the point under the pointer, given as shares of the drawing, where it is. */
		const zoom = (by, atX = 0.5, atY = 0.5) => {
			const before = view.zoom;
			view.zoom = Math.min(Math.max(view.zoom * by, 1), MOST);
			view.x += atX * (width / before - width / view.zoom);
			view.y += atY * (height / before - height / view.zoom);
			show();
		};
		const share = (event) => {
			const box = svg.getBoundingClientRect();
			return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
		};
		family.querySelector('.zoom').addEventListener('click', (event) => {
			const asked = event.target.closest('[data-zoom]')?.dataset.zoom;
			if (asked === 'in') zoom(1.5);
			if (asked === 'out') zoom(1 / 1.5);
			if (asked === 'all') { view = { x: 0, y: 0, zoom: 1 }; show(); }
		});
		// The wheel scrolls the page; with a key, or as browsers report two fingers, it zooms.
		svg.addEventListener('wheel', (event) => {
			if (event.ctrlKey || event.metaKey) {
				event.preventDefault();
				zoom(Math.exp(-event.deltaY / 200), ...share(event));
			}
		}, { passive: false });
		let held = null;
		svg.addEventListener('pointerdown', (event) => { held = view.zoom > 1 ? { x: event.clientX, y: event.clientY, moved: false } : null; });
		svg.addEventListener('pointermove', (event) => {
			if (!held) return;
			const scale = width / view.zoom / svg.getBoundingClientRect().width;
			if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4) held.moved = true;
			if (!held.moved) return;
			view.x -= (event.clientX - held.x) * scale;
			view.y -= (event.clientY - held.y) * scale;
			held = { x: event.clientX, y: event.clientY, moved: true };
			show();
		});
		for (const end of ['pointerup', 'pointerleave', 'pointercancel']) {
			svg.addEventListener(end, () => { setTimeout(() => { held = null; }); });
		}
		// A drag that ends on a link is no click.
		svg.addEventListener('click', (event) => { if (held?.moved) event.preventDefault(); }, true);
		svg.addEventListener('dragstart', (event) => event.preventDefault());
		// What is reached by the keyboard comes into sight.
		svg.addEventListener('focusin', (event) => {
			if (view.zoom === 1) return;
			const box = event.target.getBBox();
			view.x = box.x + box.width / 2 - width / view.zoom / 2;
			view.y = box.y + box.height / 2 - height / view.zoom / 2;
			show();
		});
	}
	family.querySelector('.zoom').hidden = false;
}
