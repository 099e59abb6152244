import { boardLimits, type BoardElement } from '../../../../media/contracts/board.ts';

type Fields = Record<string, unknown>;
type Point = [number, number];

/** What most elements have, so that it need not go over the line. */
const usual: Fields = {
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roughness: 1,
  opacity: 100,
  groupIds: [],
  frameId: null,
  roundness: null,
  boundElements: null,
  link: null,
  locked: false,
};
const usualOf: Record<string, Fields> = {
  freedraw: { pressures: [], simulatePressure: true },
  text: { containerId: null, autoResize: true, textAlign: 'left', verticalAlign: 'top', lineHeight: 1.25 },
  image: { scale: [1, 1], crop: null, status: 'saved' },
};
/** What only the page that draws makes use of. */
const dropped = ['updated', 'customData', 'lastCommittedPoint', 'status'];
const stamp = ['id', 'type', 'version', 'versionNonce', 'isDeleted', 'index'];

const same = (one: unknown, other: unknown) =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));

const isLink = (value: unknown) =>
  typeof value === 'string' && value.length <= boardLimits.linkLength && /^https?:\/\//iu.test(value);

/** Cut to hundredths of a point: no eye and no screen tells the rest, and it is most of what a line weighs. */
const cut = (value: number) => Math.round(value * 100) / 100;
const lengths = ['x', 'y', 'width', 'height', 'points', 'pressures'];
const cutAll = (value: unknown): unknown =>
  typeof value === 'number' ? cut(value) : Array.isArray(value) ? value.map(cutAll) : value;

/** An element as it is kept and sent: whole, without what is as usual; of a removed one, only that it is. */
export function packElement(element: BoardElement): BoardElement {
  const defaults = { ...usual, ...usualOf[element.type] };
  const entries = Object.entries(element).filter(([name, value]) => {
    if (element.isDeleted) return stamp.includes(name);
    if (value === undefined || dropped.includes(name)) return false;
    if (name === 'link' && !isLink(value)) return false;
    return !(name in defaults && same(value, defaults[name]));
  });
  const shorter = entries.map(([name, value]) => [name, lengths.includes(name) ? cutAll(value) : value]);
  const packed = structuredClone(Object.fromEntries(shorter)) as BoardElement;
  if (packed.originalText === packed.text) delete packed.originalText;
  return fit(packed);
}

/** The whole element again. */
export function unpackElement(packed: BoardElement): BoardElement {
  const said = Object.entries(packed).filter(([, value]) => value !== undefined);
  const whole = { ...usual, ...usualOf[packed.type], ...Object.fromEntries(said) } as BoardElement;
  if (packed.type === 'text') whole.originalText = packed.originalText ?? packed.text;
  return structuredClone(whole);
}

/** A line of so many points that it is too large loses every second one; a text, its end. */
function fit(packed: BoardElement): BoardElement {
  const most = boardLimits.itemLength - 200;
  let element = packed;
  while (JSON.stringify(element).length > most) {
    const { points, pressures, text } = element;
    if (Array.isArray(points) && points.length > 2) {
      const every = <T>(all: T[]) => all.filter((_, at) => at % 2 === 0 || at === all.length - 1);
      const thin = Array.isArray(pressures) && pressures.length > 0 ? { pressures: every(pressures) } : {};
      element = { ...element, points: every(points as Point[]), ...thin };
    } else if (typeof text === 'string' && text.length > 1) {
      const half = text.slice(0, Math.floor(text.length / 2));
      element = { ...element, text: half, originalText: half };
    } else break;
  }
  return element;
}
