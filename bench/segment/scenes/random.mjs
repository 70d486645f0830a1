/** Repeatable random numbers with the draws that scenes need. */
export class Random {
  constructor(seed) {
    this.state = (seed * 2654435761) >>> 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  range(least, most) {
    return least + (most - least) * this.next();
  }

  int(least, end) {
    return least + Math.floor(this.next() * (end - least));
  }

  pick(list) {
    return list[this.int(0, list.length)];
  }

  chance(p) {
    return this.next() < p;
  }

  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

/** Smooth noise from -1 to 1 by a hashed lattice. */
export function valueNoise(seed) {
  const hash = (x, y) => {
    let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 974634733);
    h = Math.imul(h ^ (h >>> 13), 1274126177);
    return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
  };
  return (x, y) => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    let fx = x - ix;
    let fy = y - iy;
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    const top = hash(ix, iy) * (1 - fx) + hash(ix + 1, iy) * fx;
    const bottom = hash(ix, iy + 1) * (1 - fx) + hash(ix + 1, iy + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  };
}

/** Sum of octaves; `roughness` near 0.5 gives the 1/f spectrum of natural pictures. */
export function fractalNoise(seed, octaves = 5, roughness = 0.5) {
  const layers = Array.from({ length: octaves }, (_, i) => valueNoise(seed + i * 101));
  return (x, y) => {
    let sum = 0;
    let weight = 1;
    let total = 0;
    for (let i = 0; i < octaves; i++) {
      sum += weight * layers[i](x * 2 ** i, y * 2 ** i);
      total += weight;
      weight *= roughness;
    }
    return sum / total;
  };
}
