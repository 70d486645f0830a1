/** People, seen from the side or walking towards us. Origin: between the feet on the ground; unit: 1 metre = 100. */
import { darker, lighter } from './scene.mjs';

const SKINS = ['#f0cdb0', '#e0ae88', '#c68a62', '#95623f', '#6b4530'];
const HAIRS = ['#1f1a18', '#3b2a20', '#6d4a2c', '#a97b45', '#8d8a86', '#2a2326'];
const TOPS = ['#c8483d', '#2f6690', '#e3b23c', '#4c7a5a', '#7a5c8e', '#dfe3e6', '#33383f', '#d98c5f', '#5aa0a8'];
const LEGS = ['#2c3440', '#3f4a5a', '#5b5148', '#1f242a', '#4a5d78', '#8b8173'];

/** Chooses looks once, so that they do not depend on what is drawn elsewhere. */
export function randomPerson(random) {
  return {
    skin: random.pick(SKINS),
    hair: random.pick(HAIRS),
    top: random.pick(TOPS),
    legs: random.pick(LEGS),
    stride: random.between(0.45, 1),
    phase: random.chance(0.5) ? 1 : -1,
    long: random.chance(0.45),
    bag: random.pick(['none', 'backpack', 'shoulder', 'none']),
    skirt: random.chance(0.22),
    coat: random.chance(0.35),
    height: random.between(0.9, 1.08),
    umbrella: undefined,
  };
}

/**
 * @param {import('./scene.mjs').Pen} pen
 * @param {ReturnType<typeof randomPerson>} person
 */
export function drawPerson(pen, person) {
  const { skin, hair, top, legs, stride, phase, long, bag, skirt, coat, umbrella } = person;
  const { scene } = pen;
  const hip = -86;
  const step = 24 * stride;
  pen.ellipse(-8, -1, 40, 7, { fill: '#0b0f14', opacity: 0.45, filter: 'soft4', effect: true });

  const shoe = '#24211f';
  const leg = (side, color) => {
    const foot = side * step;
    const knee = side * step * 0.5 + 5;
    const lift = side === phase ? 0 : -4 * stride;
    pen.line(
      [
        [0, hip],
        [knee, hip + 42],
        [foot, -8 + lift],
      ],
      { stroke: skirt ? skin : color, width: skirt ? 10 : 15 },
    );
    pen.path(`M${foot - 8} ${-2 + lift} q-1 -10 7 -10 l6 1 q4 4 12 6 q3 4 0 5 z`, { fill: shoe });
  };
  const arm = (side, color) => {
    const hand = [side * step * 0.95 + 4, -84 - Math.abs(side * step) * 0.12];
    const elbow = [side * step * 0.55 - 5, -108];
    pen.line([[-1, -138], elbow, hand], { stroke: color, width: 11 });
    pen.circle(hand[0] + 1, hand[1] + 3, 5.5, { fill: skin });
  };

  const raised = Boolean(umbrella);
  arm(-phase, darker(top, 0.32));
  leg(-phase, darker(legs, 0.25));
  leg(phase, legs);
  if (skirt)
    pen.path(`M-15 ${hip - 12} L15 ${hip - 12} L24 ${hip + 34} Q0 ${hip + 42} -23 ${hip + 33} Z`, {
      fill: darker(top, 0.3),
    });

  // Neck and torso.
  pen.rect(-6, -152, 12, 14, { fill: darker(skin, 0.12) });
  const hem = coat ? hip + 30 : hip + 4;
  pen.path(
    `M-13 -146 Q0 -151 13 -146 Q21 -140 20 -124 L${coat ? 24 : 18} ${hem} Q0 ${hem + 5} ${coat ? -22 : -17} ${hem} L-19 -124 Q-20 -141 -13 -146 Z`,
    {
      fill: scene.gradient(
        [
          [0, lighter(top, 0.14)],
          [0.55, top],
          [1, darker(top, 0.28)],
        ],
        [1, 0, 0, 0.4],
      ),
    },
  );
  if (coat)
    pen.line(
      [
        [3, -144],
        [5, hem],
      ],
      { stroke: darker(top, 0.4), width: 1.6 },
    );
  if (bag === 'backpack') pen.path('M-17 -142 Q-36 -140 -37 -118 L-35 -98 Q-26 -92 -17 -96 Z', { fill: '#3b4a3e' });
  if (bag === 'shoulder') {
    pen.line(
      [
        [8, -146],
        [-14, -92],
      ],
      { stroke: '#5a4636', width: 3 },
    );
    pen.rect(-28, -96, 24, 20, { r: 4, fill: '#7a5c41' });
  }
  if (raised) {
    pen.line(
      [
        [0, -136],
        [16, -118],
        [18, -142],
      ],
      { stroke: top, width: 11 },
    );
    pen.circle(18, -146, 5.5, { fill: skin });
    pen.line(
      [
        [18, -140],
        [16, -214],
      ],
      { stroke: '#2c2f33', width: 2.5 },
    );
    pen.path(
      'M-48 -190 Q-40 -232 16 -236 Q72 -232 80 -190 Q66 -198 48 -190 Q32 -199 16 -190 Q0 -199 -16 -190 Q-34 -198 -48 -190 Z',
      {
        fill: scene.gradient([
          [0, lighter(umbrella, 0.2)],
          [1, darker(umbrella, 0.25)],
        ]),
      },
    );
    pen.path('M16 -236 Q2 -214 -16 -190 M16 -236 Q30 -214 48 -190 M16 -236 L16 -190', {
      stroke: darker(umbrella, 0.35),
      width: 1.4,
    });
  } else {
    arm(phase, top);
  }

  // Head: looking to the right.
  if (long) pen.path('M-15 -176 Q-22 -150 -15 -136 Q-4 -134 0 -148 L2 -176 Z', { fill: hair });
  pen.ellipse(1, -168, 13.5, 16, {
    fill: scene.gradient(
      [
        [0, lighter(skin, 0.06)],
        [1, darker(skin, 0.16)],
      ],
      [1, 0, 0, 0.6],
    ),
  });
  pen.path('M-14 -168 Q-17 -188 2 -188 Q17 -187 15 -173 Q6 -181 -2 -176 Q-5 -166 -7 -160 Q-13 -160 -14 -168 Z', {
    fill: hair,
  });
}
