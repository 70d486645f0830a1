/**
 * Shapes of things in a unit square (y down), as lists of parts. Each part has a test function and a material number: parts with
 * one number share a texture, as sleeves share that of a shirt. A part with `hole: true` is cut out of what lies below it.
 */

const ellipse = (cx, cy, rx, ry, material = 0, angle = 0) => {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return {
    material,
    inside: (x, y) => {
      const dx = x - cx;
      const dy = y - cy;
      return ((dx * c + dy * s) / rx) ** 2 + ((dy * c - dx * s) / ry) ** 2 <= 1;
    },
  };
};

const limb = (x0, y0, r0, x1, y1, r1, material = 0) => ({
  material,
  inside: (x, y) => {
    const dx = x1 - x0;
    const dy = y1 - y0;
    const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - x0 - t * dx, y - y0 - t * dy) <= r0 + (r1 - r0) * t;
  },
});

const polygon = (points, material = 0) => ({
  material,
  inside: (x, y) => {
    let odd = false;
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const [xi, yi] = points[i];
      const [xj, yj] = points[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
    return odd;
  },
});

const box = (left, top, right, bottom, material = 0) =>
  polygon(
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
    material,
  );

const polar = (cx, cy, radiusAt, material = 0) => ({
  material,
  inside: (x, y) => Math.hypot(x - cx, y - cy) <= radiusAt(Math.atan2(y - cy, x - cx)),
});

const hole = (part) => ({ ...part, hole: true });

function blob(r) {
  const waves = Array.from({ length: 5 }, (_, i) => [r.normal() * (0.06 / (i + 1)) * 1.6, r.range(0, 6.3), i + 2]);
  const stretch = r.range(0.65, 1);
  const parts = [
    {
      ...polar(0, 0, (a) => 0.38 + waves.reduce((sum, [amp, phase, k]) => sum + amp * Math.cos(k * a + phase), 0)),
      material: 0,
    },
  ];
  const body = parts[0].inside;
  parts[0].inside = (x, y) => body((x - 0.5) / 1, (y - 0.5) / stretch);
  if (r.chance(0.5)) parts.push({ material: 1, inside: (x, y) => body((x - 0.55) * 2.2, (y - 0.45) * 2.4) });
  return parts;
}

function person(r) {
  const lean = r.normal() * 0.05;
  const arm = () => r.range(0.1, 0.24);
  const step = r.range(0.02, 0.12);
  const elbow = [r.range(0.35, 0.5), r.range(0.35, 0.5)];
  const parts = [
    limb(0.48, 0.55, 0.055, 0.5 - step, 0.95, 0.035, 2),
    limb(0.55, 0.55, 0.055, 0.54 + step, 0.95, 0.035, 2),
    polygon(
      [
        [0.4, 0.22],
        [0.62, 0.22],
        [0.6, 0.6],
        [0.42, 0.6],
      ],
      1,
    ),
    limb(0.41, 0.25, 0.04, 0.5 - arm(), elbow[0], 0.03, 1),
    limb(0.61, 0.25, 0.04, 0.5 + arm(), elbow[1], 0.03, 1),
    ellipse(0.51 + lean, 0.13, 0.055, 0.075, 3),
    ellipse(0.51 + lean, 0.09, 0.06, 0.045, 0),
    limb(0.5 - step - 0.01, 0.955, 0.025, 0.45 - step, 0.965, 0.02, 4),
    limb(0.55 + step, 0.955, 0.025, 0.61 + step, 0.965, 0.02, 4),
  ];
  return parts;
}

function quadruped(r) {
  const leg = (x) => limb(x, 0.5, 0.045, x + r.normal() * 0.03, r.range(0.84, 0.9), 0.022, 0);
  const head = r.range(0.12, 0.3);
  return [
    leg(0.3),
    leg(0.38),
    leg(0.66),
    leg(0.74),
    ellipse(0.52, 0.46, 0.28, r.range(0.11, 0.17), 0),
    limb(0.3, 0.42, 0.09, 0.17, head + 0.06, 0.06, 0),
    ellipse(0.13, head + 0.04, 0.09, 0.055, r.chance(0.3) ? 1 : 0, 0.3),
    polygon(
      [
        [0.15, head],
        [0.17, head - 0.09],
        [0.21, head + 0.01],
      ],
      1,
    ),
    limb(0.78, 0.42, 0.03, r.range(0.86, 0.95), r.range(0.2, 0.7), 0.012, 0),
    ...(r.chance(0.4) ? [ellipse(0.55, 0.5, 0.14, 0.08, 1)] : []),
  ];
}

function car(r) {
  const roof = r.range(0.22, 0.32);
  return [
    polygon(
      [
        [0.02, 0.6],
        [0.06, 0.46],
        [0.24, 0.42],
        [0.36, roof],
        [0.68, roof],
        [0.82, 0.43],
        [0.97, 0.48],
        [0.98, 0.68],
        [0.02, 0.68],
      ],
      0,
    ),
    polygon(
      [
        [0.3, 0.43],
        [0.38, roof + 0.03],
        [0.51, roof + 0.03],
        [0.51, 0.43],
      ],
      1,
    ),
    polygon(
      [
        [0.54, 0.43],
        [0.54, roof + 0.03],
        [0.66, roof + 0.03],
        [0.76, 0.43],
      ],
      1,
    ),
    ellipse(0.23, 0.68, 0.085, 0.085, 2),
    ellipse(0.77, 0.68, 0.085, 0.085, 2),
    ellipse(0.23, 0.68, 0.042, 0.042, 3),
    ellipse(0.77, 0.68, 0.042, 0.042, 3),
    box(0.02, 0.52, 0.07, 0.57, 4),
  ];
}

function bottle(r) {
  const w = r.range(0.12, 0.22);
  const neck = w * r.range(0.3, 0.6);
  return [
    polygon(
      [
        [0.5 - neck, 0.1],
        [0.5 + neck, 0.1],
        [0.5 + neck, 0.32],
        [0.5 + w, 0.45],
        [0.5 + w, 0.93],
        [0.5 - w, 0.93],
        [0.5 - w, 0.45],
        [0.5 - neck, 0.32],
      ],
      0,
    ),
    box(0.5 - w, 0.55, 0.5 + w, r.range(0.7, 0.85), 1),
    box(0.5 - neck * 1.2, 0.05, 0.5 + neck * 1.2, 0.12, 2),
    ...(r.chance(0.4)
      ? [
          limb(0.5 + w, 0.5, 0.025, 0.5 + w + 0.1, 0.6, 0.025, 0),
          limb(0.5 + w + 0.1, 0.6, 0.025, 0.5 + w, 0.78, 0.025, 0),
        ]
      : []),
  ];
}

function tree(r) {
  const crown = Array.from({ length: 26 }, () => {
    const a = r.range(0, 6.3);
    const d = r.range(0, 0.27);
    return ellipse(
      0.5 + Math.cos(a) * d,
      0.36 + Math.sin(a) * d * 0.9,
      r.range(0.05, 0.12),
      r.range(0.05, 0.1),
      r.chance(0.75) ? 0 : 2,
    );
  });
  return [limb(0.5, 0.5, 0.035, 0.5 + r.normal() * 0.03, 0.95, 0.05, 1), ...crown];
}

function chair(r) {
  const leg = r.range(0.012, 0.025);
  return [
    limb(0.28, 0.6, leg, 0.24, 0.95, leg, 0),
    limb(0.7, 0.6, leg, 0.76, 0.95, leg, 0),
    limb(0.38, 0.6, leg, 0.4, 0.86, leg, 0),
    limb(0.62, 0.58, leg, 0.62, 0.86, leg, 0),
    polygon(
      [
        [0.24, 0.58],
        [0.74, 0.58],
        [0.7, 0.64],
        [0.28, 0.64],
      ],
      1,
    ),
    limb(0.28, 0.6, leg, 0.3, 0.08, leg, 0),
    limb(0.7, 0.6, leg, 0.68, 0.08, leg, 0),
    box(0.3, 0.1, 0.68, r.range(0.25, 0.42), 1),
  ];
}

function bird(r) {
  return [
    ellipse(0.5, 0.52, 0.26, 0.15, 0, -0.25),
    ellipse(0.28, 0.34, 0.1, 0.095, r.chance(0.5) ? 1 : 0),
    polygon(
      [
        [0.2, 0.32],
        [0.1, 0.36],
        [0.2, 0.38],
      ],
      2,
    ),
    polygon(
      [
        [0.68, 0.4],
        [0.95, 0.34 + r.range(0, 0.25)],
        [0.7, 0.58],
      ],
      1,
    ),
    ellipse(0.55, 0.5, 0.17, 0.08, 1, -0.2),
    limb(0.48, 0.64, 0.012, 0.46, 0.88, 0.012, 2),
    limb(0.56, 0.64, 0.012, 0.57, 0.88, 0.012, 2),
  ];
}

function fish(r) {
  const tail = r.range(0.08, 0.2);
  return [
    ellipse(0.45, 0.5, 0.33, r.range(0.13, 0.22), 0),
    polygon(
      [
        [0.72, 0.5],
        [0.96, 0.5 - tail],
        [0.9, 0.5],
        [0.96, 0.5 + tail],
      ],
      1,
    ),
    polygon(
      [
        [0.35, 0.37],
        [0.5, 0.2],
        [0.6, 0.4],
      ],
      1,
    ),
    polygon(
      [
        [0.4, 0.62],
        [0.5, 0.76],
        [0.53, 0.6],
      ],
      1,
    ),
    ellipse(0.22, 0.46, 0.03, 0.03, 2),
  ];
}

function flower(r) {
  const petals = r.int(5, 9);
  const depth = r.range(0.05, 0.14);
  return [
    limb(0.5, 0.5, 0.012, 0.5 + r.normal() * 0.06, 0.97, 0.016, 2),
    ellipse(0.6, 0.8, 0.12, 0.03, 2, -0.5),
    polar(0.5, 0.35, (a) => 0.22 + depth * Math.cos(petals * a), 0),
    ellipse(0.5, 0.35, 0.08, 0.08, 1),
  ];
}

function house(r) {
  const eave = r.range(0.38, 0.5);
  return [
    box(0.14, eave, 0.86, 0.92, 0),
    polygon(
      [
        [0.06, eave],
        [0.5, 0.1],
        [0.94, eave],
      ],
      1,
    ),
    box(0.7, 0.12, 0.78, 0.36, 3),
    box(0.24, eave + 0.1, 0.4, eave + 0.26, 2),
    box(0.6, eave + 0.1, 0.76, eave + 0.26, 2),
    box(0.44, 0.66, 0.57, 0.92, 4),
  ];
}

function bicycle(r) {
  const rim = r.range(0.014, 0.026);
  const wheel = (cx) => [ellipse(cx, 0.66, 0.2, 0.2, 1), hole(ellipse(cx, 0.66, 0.2 - rim * 1.6, 0.2 - rim * 1.6))];
  return [
    ...wheel(0.24),
    ...wheel(0.76),
    limb(0.24, 0.66, rim, 0.42, 0.36, rim, 0),
    limb(0.42, 0.36, rim, 0.68, 0.38, rim, 0),
    limb(0.42, 0.36, rim, 0.5, 0.66, rim, 0),
    limb(0.24, 0.66, rim, 0.5, 0.66, rim, 0),
    limb(0.5, 0.66, rim, 0.68, 0.38, rim, 0),
    limb(0.76, 0.66, rim, 0.67, 0.28, rim, 0),
    limb(0.67, 0.28, rim, 0.6, 0.26, rim, 2),
    limb(0.38, 0.3, 0.02, 0.47, 0.3, 0.02, 2),
  ];
}

function mug(r) {
  const w = r.range(0.2, 0.27);
  return [
    ellipse(0.5 + w, 0.5, 0.18, 0.2, 0),
    hole(ellipse(0.5 + w, 0.5, 0.115, 0.135)),
    box(0.5 - w, 0.2, 0.5 + w, 0.8, 0),
    ellipse(0.5, 0.8, w, 0.06, 0),
    ellipse(0.5, 0.2, w, 0.06, 1),
  ];
}

function hand(r) {
  const spread = r.range(0.05, 0.13);
  return [
    ellipse(0.5, 0.62, 0.17, 0.2, 0),
    ...[-1.5, -0.5, 0.5, 1.5].map((k) =>
      limb(
        0.5 + k * 0.085,
        0.52,
        0.045,
        0.5 + k * (0.085 + spread),
        0.12 + Math.abs(k) * 0.06 + r.range(0, 0.05),
        0.032,
        0,
      ),
    ),
    limb(0.38, 0.66, 0.05, 0.18, 0.46, 0.035, 0),
    limb(0.5, 0.75, 0.12, 0.5, 0.97, 0.11, 1),
  ];
}

function pair(r) {
  const [a, b] = [person(r), quadruped(r)];
  const place = (parts, dx, dy, sx, sy, shift) =>
    parts.map((part) => ({
      ...part,
      material: part.material + shift,
      inside: (x, y) => part.inside((x - dx) / sx, (y - dy) / sy),
    }));
  return [...place(b, 0, 0.3, 1, 0.72, 0), ...place(a, 0.32, 0.02, 0.42, 0.72, 2)];
}

function fruit(r) {
  const squash = r.range(0.8, 1.15);
  return [
    limb(0.5, 0.3, 0.018, 0.5 + r.range(0.02, 0.1), 0.06, 0.014, 1),
    polar(
      0.5,
      0.58,
      (a) => (0.37 + 0.03 * Math.cos(3 * a + 1) - 0.06 * Math.exp(-((a + Math.PI / 2) ** 2) * 6)) * squash * 0.9,
      0,
    ),
    ...(r.chance(0.6) ? [ellipse(0.62, 0.16, 0.14, 0.05, 2, -0.4)] : []),
  ];
}

function bus(r) {
  const windows = r.int(3, 6);
  const glass = r.range(0.2, 0.26);
  return [
    polygon(
      [
        [0.03, 0.2],
        [0.08, 0.14],
        [0.95, 0.14],
        [0.97, 0.2],
        [0.97, 0.76],
        [0.03, 0.76],
      ],
      0,
    ),
    box(0.03, 0.52, 0.97, r.range(0.58, 0.66), 1),
    ...Array.from({ length: windows }, (_, i) =>
      box(0.08 + (i * 0.86) / windows, glass, 0.03 + ((i + 0.86) * 0.9) / windows, 0.45, 2),
    ),
    ellipse(0.22, 0.76, 0.075, 0.085, 3),
    ellipse(0.78, 0.76, 0.075, 0.085, 3),
    ellipse(0.22, 0.76, 0.035, 0.04, 4),
    ellipse(0.78, 0.76, 0.035, 0.04, 4),
  ];
}

function bust(r) {
  const hair = r.range(0.2, 0.3);
  return [
    ellipse(0.5, 0.3, hair, r.range(0.24, 0.36), 0),
    limb(0.5, 0.45, 0.09, 0.5, 0.66, 0.1, 1),
    polygon(
      [
        [0.08, 0.97],
        [0.12, 0.78],
        [0.36, 0.64],
        [0.64, 0.64],
        [0.88, 0.78],
        [0.92, 0.97],
      ],
      2,
    ),
    ellipse(0.5, 0.34, 0.165, 0.215, 1),
    ellipse(0.43, 0.31, 0.022, 0.014, 3),
    ellipse(0.57, 0.31, 0.022, 0.014, 3),
    ellipse(0.5, 0.45, 0.05, 0.014, 3),
    polygon(
      [
        [0.44, 0.64],
        [0.56, 0.64],
        [0.5, 0.86],
      ],
      4,
    ),
  ];
}

function sheep(r) {
  const puffs = Array.from({ length: 14 }, (_, i) =>
    ellipse(0.54 + Math.cos(i) * 0.23, 0.44 + Math.sin(i * 1.7) * 0.15, 0.13, 0.12, 0),
  );
  const leg = (x) => limb(x, 0.6, 0.04, x + r.normal() * 0.02, 0.9, 0.03, 1);
  return [
    leg(0.38),
    leg(0.46),
    leg(0.64),
    leg(0.72),
    ...puffs,
    ellipse(0.54, 0.45, 0.26, 0.18, 0),
    ellipse(0.2, r.range(0.3, 0.42), 0.1, 0.075, 1, 0.5),
  ];
}

function boat(r) {
  const mast = r.range(0.42, 0.58);
  return [
    limb(mast, 0.05, 0.012, mast, 0.72, 0.016, 1),
    polygon(
      [
        [mast + 0.02, 0.08],
        [0.92, 0.66],
        [mast + 0.02, 0.66],
      ],
      2,
    ),
    ...(r.chance(0.7)
      ? [
          polygon(
            [
              [mast - 0.02, 0.16],
              [0.12, 0.64],
              [mast - 0.02, 0.64],
            ],
            3,
          ),
        ]
      : []),
    polygon(
      [
        [0.04, 0.7],
        [0.96, 0.68],
        [0.84, 0.92],
        [0.16, 0.92],
      ],
      0,
    ),
    polygon(
      [
        [0.05, 0.74],
        [0.95, 0.72],
        [0.93, 0.77],
        [0.07, 0.78],
      ],
      4,
    ),
  ];
}

function teapot(r) {
  return [
    limb(0.7, 0.42, 0.035, 0.92, 0.42, 0.03, 0),
    limb(0.92, 0.42, 0.03, 0.82, 0.7, 0.03, 0),
    polygon(
      [
        [0.3, 0.62],
        [0.06, 0.3],
        [0.12, 0.27],
        [0.36, 0.48],
      ],
      0,
    ),
    ellipse(0.52, 0.58, 0.27, r.range(0.22, 0.27), 0),
    ellipse(0.52, 0.35, 0.15, 0.06, 1),
    ellipse(0.52, 0.28, 0.035, 0.035, 2),
  ];
}

function sofa(r) {
  const back = r.range(0.2, 0.34);
  return [
    box(0.12, 0.82, 0.18, 0.92, 2),
    box(0.82, 0.82, 0.88, 0.92, 2),
    polygon(
      [
        [0.12, back + 0.05],
        [0.18, back],
        [0.82, back],
        [0.88, back + 0.05],
        [0.88, 0.6],
        [0.12, 0.6],
      ],
      0,
    ),
    box(0.1, 0.56, 0.9, 0.84, 0),
    ellipse(0.09, 0.62, 0.085, 0.12, 0),
    ellipse(0.91, 0.62, 0.085, 0.12, 0),
    box(0.02, 0.62, 0.17, 0.84, 0),
    box(0.83, 0.62, 0.98, 0.84, 0),
    box(0.19, 0.52, 0.49, 0.62, 1),
    box(0.51, 0.52, 0.81, 0.62, 1),
    ...(r.chance(0.5)
      ? [
          polygon(
            [
              [0.24, 0.36],
              [0.42, 0.33],
              [0.44, 0.52],
              [0.26, 0.53],
            ],
            3,
          ),
        ]
      : []),
  ];
}

function cat(r) {
  const tilt = r.normal() * 0.04;
  return [
    limb(0.66, 0.84, 0.045, 0.9, r.range(0.5, 0.85), 0.03, 0),
    ellipse(0.52, 0.68, 0.2, 0.27, 0),
    ellipse(0.5, 0.7, 0.1, 0.2, r.chance(0.5) ? 1 : 0),
    ellipse(0.4, 0.92, 0.08, 0.04, 0),
    ellipse(0.58, 0.92, 0.08, 0.04, 0),
    polygon(
      [
        [0.33 + tilt, 0.2],
        [0.34 + tilt, 0.02],
        [0.48 + tilt, 0.14],
      ],
      0,
    ),
    polygon(
      [
        [0.67 + tilt, 0.2],
        [0.66 + tilt, 0.02],
        [0.52 + tilt, 0.14],
      ],
      0,
    ),
    ellipse(0.5 + tilt, 0.26, 0.18, 0.15, 0),
    ellipse(0.44 + tilt, 0.24, 0.025, 0.03, 2),
    ellipse(0.56 + tilt, 0.24, 0.025, 0.03, 2),
    ellipse(0.5 + tilt, 0.32, 0.06, 0.04, 1),
  ];
}

/** Families used while the method was built. */
export const BUILDING = { blob, person, quadruped, car, bottle, tree, chair, bird, fruit, bus, bust, sheep, boat };

/** Other families, by which no weight was set; they only appear in the table of results. */
export const HELD_OUT = { fish, flower, house, bicycle, mug, hand, pair, teapot, sofa, cat };
