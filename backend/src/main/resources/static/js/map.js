// Keeps names, discs and the scale bar of a map their size when the map is drawn larger.
const land = document.querySelector('#map svg.land');
if (land) {
	const scale = document.querySelector('#map svg.scale');
	const metresWide = Number(scale.dataset.metres) / Number(scale.dataset.bar) * 1000;
	const texts = [...land.querySelectorAll('text')];
	const discs = [...land.querySelectorAll('circle')].map((disc) => [disc, disc.r.baseVal.value]);

	const roundLength = (metres) => {
		const power = 10 ** Math.floor(Math.log10(metres));
		const steps = metres / power;
		return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
	};

	land.addEventListener('view', ({ detail: size }) => {
		texts.forEach((text) => text.style.setProperty('font-size', `calc(var(--map-text) * ${size})`));
		discs.forEach(([disc, radius]) => disc.setAttribute('r', radius * size));
		const metres = roundLength(metresWide * size / 4);
		const bar = metres / (metresWide * size) * 1000;
		scale.querySelector('.bar').setAttribute('d', `M4 8v16h${bar}v-16`);
		scale.querySelector('text').textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
	});
}
