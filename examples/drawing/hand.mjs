/** An open hand, for keypoints. */
import { darker, lighter, Scene } from './scene.mjs';

const WIDTH = 1200;
const HEIGHT = 1200;

/** Joints from the wrist to each finger tip, in pixels, with the thickness of the finger at its root and tip. */
const FINGERS = {
  thumb: {
    joints: [
      [520, 960],
      [385, 850],
      [300, 735],
      [232, 640],
    ],
    width: [104, 66],
  },
  index: {
    joints: [
      [498, 600],
      [462, 440],
      [440, 325],
      [424, 232],
    ],
    width: [92, 62],
  },
  middle: {
    joints: [
      [600, 575],
      [596, 395],
      [592, 265],
      [590, 160],
    ],
    width: [94, 64],
  },
  ring: {
    joints: [
      [698, 600],
      [722, 435],
      [738, 318],
      [750, 222],
    ],
    width: [90, 60],
  },
  little: {
    joints: [
      [785, 660],
      [842, 535],
      [876, 448],
      [904, 372],
    ],
    width: [78, 50],
  },
};

export const HAND_WRIST = [620, 1010];

/** Names and places of the 21 points. */
export const HAND_POINTS = [
  { label: 'wrist', x: HAND_WRIST[0], y: HAND_WRIST[1] },
  ...Object.entries(FINGERS).flatMap(([name, { joints }]) =>
    joints.map(([x, y], n) => ({ label: `${name} ${n + 1}`, x, y })),
  ),
];

export function drawHand() {
  const scene = new Scene(WIDTH, HEIGHT);
  const skin = '#c98d68';
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.gradient(
        [
          [0, '#3e6b7c'],
          [1, '#1f3d4a'],
        ],
        [0, 0, 1, 1],
      ),
    });
    pen.circle(420, 380, 640, {
      fill: scene.radial([
        [0, '#8fc0cf', 0.45],
        [1, '#8fc0cf', 0],
      ]),
      effect: true,
    });
  });
  scene.add('Hand', (pen) => {
    const palm =
      'M448 700 Q440 590 520 566 Q610 545 700 570 Q800 590 828 668 Q846 760 800 880 Q770 960 768 1060 L770 1240 L486 1240 L492 1080 Q480 1010 430 930 Q380 880 360 830 Q420 800 448 700 Z';
    const shadow = { stroke: '#0b1a20', opacity: 0.5, filter: 'soft30', effect: true };
    pen.path(palm, { fill: '#0b1a20', opacity: 0.5, filter: 'soft30', effect: true });
    for (const { joints, width } of Object.values(FINGERS))
      pen.line(
        joints.map(([x, y]) => [x + 26, y + 34]),
        { ...shadow, width: width[0] },
      );
    // Edge first, then body, then light: rounded flesh without outlines.
    for (const [tone, inset, shift] of [
      [darker(skin, 0.34), 0, 0],
      [darker(skin, 0.12), 10, -2],
      [skin, 24, -5],
      [lighter(skin, 0.12), 52, -9],
    ]) {
      for (const finger of Object.values(FINGERS)) drawFinger(pen, finger, tone, inset, shift);
      if (inset === 0) pen.path(palm, { fill: tone });
      if (inset === 10)
        pen.path(palm, {
          fill: scene.gradient(
            [
              [0, lighter(skin, 0.08)],
              [0.5, skin],
              [1, darker(skin, 0.14)],
            ],
            [0, 0, 0.8, 1],
          ),
        });
    }
    pen.ellipse(500, 890, 84, 110, {
      fill: scene.radial([
        [0, lighter(skin, 0.26), 0.8],
        [1, lighter(skin, 0.26), 0],
      ]),
      effect: true,
    });
    pen.ellipse(734, 830, 60, 120, {
      fill: scene.radial([
        [0, lighter(skin, 0.2), 0.7],
        [1, lighter(skin, 0.2), 0],
      ]),
      effect: true,
    });
    const crease = { stroke: darker(skin, 0.32), width: 5, opacity: 0.6 };
    pen.path('M452 742 Q560 690 640 730 Q720 770 800 720', crease);
    pen.path('M456 790 Q580 770 690 840 Q740 872 770 930', crease);
    pen.path('M470 760 Q560 800 566 900 Q566 970 540 1030', crease);
    pen.path('M500 1080 Q620 1104 764 1076', { ...crease, width: 4 });
    for (const { joints, width } of Object.values(FINGERS)) {
      for (const n of [1, 2]) {
        const [a, b] = [joints[n - 1], joints[n + 1]];
        const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
        const across = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
        const half = (width[0] + (width[1] - width[0]) * (n / 3)) * 0.3;
        const [x, y] = joints[n];
        pen.path(
          `M${x - across[0] * half} ${y - across[1] * half} Q${x + (a[0] - b[0]) * 0.05} ${y + (a[1] - b[1]) * 0.05} ${x + across[0] * half} ${y + across[1] * half}`,
          { stroke: darker(skin, 0.3), width: 4, opacity: 0.55 },
        );
      }
    }
  });
  scene.add(undefined, (pen) => {
    pen.path('M470 1100 Q620 1130 786 1098 L800 1240 L456 1240 Z', {
      fill: scene.gradient([
        [0, '#f0f2f0'],
        [1, '#c3cac9'],
      ]),
    });
    pen.path('M470 1100 Q620 1130 786 1098', { stroke: '#ffffff', width: 8 });
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.radial(
        [
          [0.5, '#000000', 0],
          [1, '#000000', 0.4],
        ],
        [0.5, 0.5, 0.74],
      ),
      effect: true,
    });
    pen.rect(0, 0, WIDTH, HEIGHT, { fill: '#808080', filter: 'grain', opacity: 0.16, blend: 'overlay', effect: true });
  });
  return scene;
}

/** A finger that tapers, as a row of short round strokes. */
function drawFinger(pen, { joints, width }, color, inset, shift) {
  const steps = 42;
  for (let n = 0; n < steps; n++) {
    const [from, to] = [n / steps, (n + 1) / steps].map((t) => along(joints, t));
    const thick = width[0] + (width[1] - width[0]) * (n / steps) ** 1.3 - inset;
    if (thick > 2)
      pen.line(
        [
          [from[0] + shift, from[1] + shift],
          [to[0] + shift, to[1] + shift],
        ],
        { stroke: color, width: thick },
      );
  }
}

function along(joints, t) {
  const at = t * (joints.length - 1);
  const n = Math.min(joints.length - 2, Math.floor(at));
  const share = at - n;
  return [0, 1].map((axis) => joints[n][axis] + (joints[n + 1][axis] - joints[n][axis]) * share);
}
