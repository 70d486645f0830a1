/** Trees and clouds. */
import { darker, lighter, mix } from './scene.mjs';

/**
 * A tree of many leaf clumps, lit from the upper left. Origin: foot of the trunk; unit: 1 metre = 100.
 *
 * @param {import('./scene.mjs').Pen} pen
 * @param {{ random: import('./random.mjs').Random, leaf: string, height?: number, spread?: number, bare?: boolean }} tree
 */
export function drawTree(pen, { random, leaf, height = 520, spread = 170 }) {
  const { scene } = pen;
  const crownBottom = -height * 0.4;
  pen.ellipse(-30, 2, spread * 0.75, 16, { fill: '#0b0f14', opacity: 0.34, filter: 'soft10', effect: true });
  const bark = '#5b4636';
  pen.path(
    `M-13 2 Q-8 -60 -9 ${crownBottom} L-46 ${crownBottom - 80} L-38 ${crownBottom - 84} L-2 ${crownBottom - 34} L26 ${crownBottom - 96} L35 ${crownBottom - 92} L10 ${crownBottom} Q9 -60 15 2 Z`,
    {
      fill: scene.gradient(
        [
          [0, lighter(bark, 0.12)],
          [1, darker(bark, 0.4)],
        ],
        [0, 0, 1, 0],
      ),
    },
  );
  const middle = -height * 0.68;
  const rise = height * 0.36;
  const clumps = [];
  for (let n = 0; n < 74; n++) {
    const angle = random.between(0, Math.PI * 2);
    const reach = Math.sqrt(random.next());
    const x = Math.cos(angle) * reach * spread * 0.86;
    const y = middle + Math.sin(angle) * reach * rise * 0.82;
    clumps.push({ x, y, r: random.between(0.15, 0.27) * spread });
  }
  // Lowest and farthest first: light gathers at the upper left.
  const light = ({ x, y }) => 0.5 - (y - middle) / (2.1 * rise) - x / (5 * spread);
  clumps.sort((a, b) => light(a) - light(b));
  for (const clump of clumps) {
    const amount = Math.min(1, Math.max(0, light(clump)));
    const tone =
      amount < 0.5
        ? mix(darker(leaf, 0.52), leaf, amount * 2)
        : mix(leaf, lighter(mix(leaf, '#f4e27a', 0.3), 0.12), (amount - 0.5) * 1.5);
    pen.path(leafClump(clump, random), { fill: tone });
  }
  for (let n = 0; n < 130; n++) {
    const { x, y, r } = random.pick(clumps);
    const amount = light({ x, y });
    const angle = random.between(0, Math.PI * 2);
    pen.ellipse(x + Math.cos(angle) * r * 0.7, y + Math.sin(angle) * r * 0.7, r * 0.13, r * 0.09, {
      fill: amount > 0.45 ? lighter(leaf, 0.28) : darker(leaf, 0.3),
      opacity: 0.6,
      effect: true,
    });
  }
}

function leafClump({ x, y, r }, random) {
  const points = 9;
  const radii = Array.from({ length: points }, () => r * random.between(0.82, 1.14));
  const at = (n, factor = 1) => {
    const angle = (n / points) * Math.PI * 2;
    const radius = radii[Math.floor(n) % points] * factor;
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
  };
  let d = `M${at(0)
    .map((v) => v.toFixed(1))
    .join(' ')}`;
  for (let n = 0; n < points; n++) {
    const [cx, cy] = at(n + 0.5, 1.24);
    const [ex, ey] = at((n + 1) % points);
    d += `Q${cx.toFixed(1)} ${cy.toFixed(1)} ${ex.toFixed(1)} ${ey.toFixed(1)}`;
  }
  return `${d}Z`;
}

/** A heap of cloud: puffs on a flat base, bright above and shaded below. */
export function drawCloud(pen, x, y, size, random, color = '#ffffff', opacity = 0.8) {
  const puffs = Array.from({ length: 16 }, () => {
    const t = random.between(-1, 1);
    return { t, r: size * (0.16 + 0.2 * (1 - t * t)) * random.between(0.75, 1.15), lift: random.between(0, 1 - t * t) };
  });
  for (const [shift, tone, share] of [
    [0.1, '#8fa3b3', 0.25],
    [0, color, 0.42],
    [-0.07, lighter(color, 0.5), 0.3],
  ]) {
    for (const { t, r, lift } of puffs) {
      pen.ellipse(x + t * size, y - lift * size * 0.34 + shift * size, r, r * 0.74, {
        fill: tone,
        opacity: opacity * share,
        filter: 'soft4',
        effect: true,
      });
    }
  }
}
