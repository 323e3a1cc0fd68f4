import { type Random, seededRandom } from "../../../scenario/random";
import { LETTERS, type Letter } from "../../answers";
import { CARD_COUNT, codeOf, isWhite, MARKER_CELLS } from "../card-codes";
import type { GreyImage, Point } from "../refine-quad";

/** A card in a photograph, as it was put there. */
export interface ShownCard {
  readonly card: number;
  readonly letter: Letter;
  /** The marker's centre, in pixels. */
  readonly centre: Point;
  /** What the marker's side measures where it faces the camera, in pixels, and how far it is tilted from that, in degrees. */
  readonly sidePx: number;
  readonly tilt: number;
}

export interface Photograph {
  readonly image: GreyImage;
  readonly cards: readonly ShownCard[];
}

export interface PhotographOptions {
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  /** The standard deviation of what a point is spread to, in pixels. */
  readonly blur: number;
  /** The side of the smallest markers, and of the largest, in pixels. */
  readonly sides: readonly [from: number, to: number];
  /** How far markers are tilted at most from facing the camera, in degrees, about any axis in their plane; by default 45. */
  readonly tilt?: number;
  /** The standard deviation of the noise, of 255; by default 4. */
  readonly noise?: number;
  /** How far all cards are turned from upright, in degrees with the clock, and up to how far each is by chance; by default 0 and 15. */
  readonly turnedBy?: number;
  readonly unsteady?: number;
  /** How many patterns that look like markers and are none stand among the cards; by default 0. */
  readonly decoys?: number;
}

/** What the lens sees from left to right, in degrees. */
const LENS = 65;
/** How much of a card stands around its marker, in cells: three cards are a page's half, as they are printed. */
const CARD_HALF_WIDTH = 7.5;
const CARD_HALF_HEIGHT = 5.4;
const WHITE = 225;
const BLACK = 30;
const COLUMNS = 10;
const ROWS = 6;

/**
 * Takes a photograph of a class that holds up sixty cards: in perspective, in uneven light, blurred, with noise, and with hands,
 * desks, screens and people among them. The same options make the same photograph.
 */
export function photograph(options: PhotographOptions): Photograph {
  const {
    seed,
    width,
    height,
    blur,
    sides,
    tilt: farthest = 45,
    noise = 4,
    turnedBy = 0,
    unsteady = 15,
    decoys = 0,
  } = options;
  const random = seededRandom(seed);
  const scene = new Scene(width, height);
  drawClutter(scene, random);
  const cards: ShownCard[] = [];
  for (let place = 0; place < COLUMNS * ROWS; place++) {
    const sidePx = place % 3 === 0 ? sides[0] : random.between(...sides);
    const tilt = place % 4 === 0 ? farthest : random.between(0, farthest);
    const turn = random.integer(0, LETTERS.length);
    const centre = {
      x: ((place % COLUMNS) + random.between(0.42, 0.58)) * (width / COLUMNS),
      y: (Math.floor(place / COLUMNS) + random.between(0.42, 0.58)) * (height / ROWS),
    };
    const upright = turnedBy - 90 * turn + random.between(-unsteady, unsteady);
    const toPlane = lookedAt({ random, width, height, centre, sidePx, tilt, upright });
    const isDecoy = place >= COLUMNS * ROWS - decoys;
    const code = isDecoy ? random.integer(0, 2 ** 25) : codeOf(place + 1);
    drawCard(scene, random, { centre, sidePx, code, toPlane });
    if (!isDecoy && place < CARD_COUNT)
      cards.push({ card: place + 1, letter: LETTERS[turn] ?? "A", centre, sidePx, tilt });
  }
  const data = exposed(scene, random, blur, noise);
  return { image: { width, height, data }, cards };
}

/** What is in front of the camera: a brightness of each of 2 × 2 points a pixel. */
class Scene {
  static readonly points = 2;
  readonly width: number;
  readonly height: number;
  readonly light: Float32Array;

  constructor(
    readonly pixelsWide: number,
    readonly pixelsHigh: number,
  ) {
    this.width = pixelsWide * Scene.points;
    this.height = pixelsHigh * Scene.points;
    this.light = new Float32Array(this.width * this.height).fill(120);
  }

  /** Sets every point of a part, given in pixels, for which there is a brightness. */
  paint(
    left: number,
    top: number,
    right: number,
    bottom: number,
    at: (x: number, y: number) => number | null,
  ): void {
    const { points } = Scene;
    const clamp = (value: number, end: number) => Math.min(Math.max(Math.round(value * points), 0), end);
    const [fromX, toX] = [clamp(left, this.width), clamp(right, this.width)];
    for (let row = clamp(top, this.height); row < clamp(bottom, this.height); row++) {
      for (let column = fromX; column < toX; column++) {
        const light = at((column + 0.5) / points - 0.5, (row + 0.5) / points - 0.5);
        if (light !== null) this.light[row * this.width + column] = light;
      }
    }
  }
}

/** Leads from a pixel to the card's plane: cells right of and below the marker's middle, A on top. */
type ToPlane = (x: number, y: number) => Point;

/** A camera with a hole for a lens looks at a plane through a ray each; each ray is cut with the plane. */
function lookedAt(card: {
  readonly random: Random;
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  readonly sidePx: number;
  readonly tilt: number;
  /** How far its edge A is turned from up, in degrees with the clock. */
  readonly upright: number;
}): ToPlane {
  const { random, width, height, centre, sidePx, tilt, upright } = card;
  const focal = width / 2 / Math.tan(((LENS / 2) * Math.PI) / 180);
  // One cell is one unit long: that far away a marker has this side.
  const distance = (focal * MARKER_CELLS) / sidePx;
  const middle = [
    ((centre.x - width / 2) * distance) / focal,
    ((centre.y - height / 2) * distance) / focal,
    distance,
  ];
  const roll = (upright * Math.PI) / 180;
  const axis = random.between(0, 2 * Math.PI);
  const direction = Math.atan2(middle[1] ?? 0, middle[0] ?? 0);
  const aside = Math.atan2(Math.hypot(middle[0] ?? 0, middle[1] ?? 0), distance);
  // First it faces straight ahead, then it is tilted, then turned towards the camera: towards the image's middle.
  const posed = (vector: number[]) =>
    turnedAbout(turnedAbout(vector, axis, (tilt * Math.PI) / 180), direction + Math.PI / 2, aside);
  const right = posed([Math.cos(roll), Math.sin(roll), 0]);
  const down = posed([-Math.sin(roll), Math.cos(roll), 0]);
  const normal = cross(right, down);
  const reach = inner(normal, middle);
  return (x, y) => {
    const ray = [(x - width / 2) / focal, (y - height / 2) / focal, 1];
    const stretch = reach / inner(normal, ray);
    const hit = ray.map((part, i) => part * stretch - (middle[i] ?? 0));
    return { x: inner(hit, right), y: inner(hit, down) };
  };
}

/** A vector turned about an axis that lies in the image, by Rodrigues' formula. */
function turnedAbout(vector: number[], axisAngle: number, angle: number): number[] {
  const axis = [Math.cos(axisAngle), Math.sin(axisAngle), 0];
  const across = cross(axis, vector);
  const along = inner(axis, vector) * (1 - Math.cos(angle));
  return vector.map(
    (part, i) => part * Math.cos(angle) + (across[i] ?? 0) * Math.sin(angle) + (axis[i] ?? 0) * along,
  );
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, part, i) => sum + part * (b[i] ?? 0), 0);
}

function cross([a = 0, b = 0, c = 0]: readonly number[], [x = 0, y = 0, z = 0]: readonly number[]): number[] {
  return [b * z - c * y, c * x - a * z, a * y - b * x];
}

function drawCard(
  scene: Scene,
  random: Random,
  { centre, sidePx, code, toPlane }: { centre: Point; sidePx: number; code: number; toPlane: ToPlane },
): void {
  const half = (sidePx / MARKER_CELLS) * (CARD_HALF_WIDTH + CARD_HALF_HEIGHT);
  const white = WHITE + random.between(-20, 20);
  const black = BLACK + random.between(-10, 25);
  scene.paint(centre.x - half, centre.y - half, centre.x + half, centre.y + half, (pixelX, pixelY) => {
    const { x, y } = toPlane(pixelX, pixelY);
    if (Math.abs(x) > CARD_HALF_WIDTH || Math.abs(y) > CARD_HALF_HEIGHT) return null;
    const column = Math.floor(x + MARKER_CELLS / 2);
    const row = Math.floor(y + MARKER_CELLS / 2);
    const last = MARKER_CELLS - 1;
    if (column < 0 || row < 0 || column > last || row > last) return white;
    if (column === 0 || row === 0 || column === last || row === last) return black;
    return isWhite(code, row - 1, column - 1) ? white : black;
  });
  // A hand holds the card at its edge.
  const skin = random.between(110, 190);
  const [handX, handY] = [centre.x + random.between(-0.4, 0.4) * sidePx, centre.y + sidePx * 1.05];
  ellipse(scene, handX, handY, sidePx * 0.3, sidePx * 0.22, skin);
}

function ellipse(
  scene: Scene,
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
  light: number,
): void {
  scene.paint(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, (atX, atY) =>
    ((atX - x) / halfWidth) ** 2 + ((atY - y) / halfHeight) ** 2 < 1 ? light : null,
  );
}

/** A hall: people, desks, dark screens, and paper with lines of text on it. */
function drawClutter(scene: Scene, random: Random): void {
  const { pixelsWide: width, pixelsHigh: height } = scene;
  for (let i = 0; i < 60; i++) {
    const [x, y] = [random.between(0, width), random.between(0, height)];
    const [w, h] = [random.between(0.02, 0.12) * width, random.between(0.02, 0.1) * height];
    const light = random.between(40, 200);
    scene.paint(x, y, x + w, y + h, () => light);
  }
  for (let i = 0; i < 50; i++) {
    const size = random.between(0.01, 0.035) * width;
    const light = random.between(50, 190);
    ellipse(scene, random.between(0, width), random.between(0, height), size, size * 1.3, light);
  }
  for (let i = 0; i < 20; i++) {
    const [x, y, size] = [random.between(0, width), random.between(0, height), random.between(30, 90)];
    const pitch = random.between(4, 9);
    scene.paint(x, y, x + size, y + size, (atX, atY) => {
      const isInk = (atY - y) % pitch < pitch / 2 && Math.sin(atX * 1.7) + Math.sin(atX * 0.9) > 0;
      return isInk ? 60 : 215;
    });
  }
}

/** The light of the scene, in the pixels of the camera. */
function exposed(scene: Scene, random: Random, blur: number, noise: number): Uint8Array {
  const { pixelsWide: width, pixelsHigh: height } = scene;
  const { points } = Scene;
  const light = new Float32Array(width * height);
  // From one side to the other the hall is up to a third as bright, and a window shines in somewhere.
  const [slopeX, slopeY] = [random.between(-0.3, 0.3), random.between(-0.25, 0.25)];
  const [windowX, windowY] = [random.between(0, width), random.between(0, height)];
  const reach = (0.25 * width) ** 2;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let v = 0; v < points; v++) {
        const from = (row * points + v) * scene.width + column * points;
        for (let u = 0; u < points; u++) sum += scene.light[from + u] ?? 0;
      }
      const away = ((column - windowX) ** 2 + (row - windowY) ** 2) / reach;
      const bright =
        0.8 + slopeX * (column / width - 0.5) + slopeY * (row / height - 0.5) + 0.25 / (1 + away);
      light[row * width + column] = (sum / (points * points)) * bright;
    }
  }
  const blurred = blur > 0 ? blurredBy(blurredBy(light, width, height, blur), height, width, blur) : light;
  const data = new Uint8Array(width * height);
  // Four even draws are near enough to a normal one; their standard deviation is 1 / √3.
  for (let i = 0; i < data.length; i++) {
    const grain = random.next() + random.next() + random.next() + random.next() - 2;
    data[i] = Math.min(255, Math.max(0, (blurred[i] ?? 0) + grain * Math.sqrt(3) * noise));
  }
  return data;
}

/** Blurred along the rows, and with rows and columns exchanged: twice it is blurred and as it was. */
function blurredBy(light: Float32Array, width: number, height: number, blur: number): Float32Array {
  const reach = Math.ceil(blur * 3);
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * blur ** 2)),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  const turned = new Float32Array(light.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let total = 0;
      for (let i = 0; i < kernel.length; i++) {
        const at = Math.min(Math.max(column + i - reach, 0), width - 1);
        total += (kernel[i] ?? 0) * (light[row * width + at] ?? 0);
      }
      turned[column * height + row] = total / sum;
    }
  }
  return turned;
}
