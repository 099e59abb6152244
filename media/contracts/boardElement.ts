import { z } from 'zod';

export const itemId = z.string().regex(/^[\w-]{1,64}$/);
/** A place in an order, as `fractional-indexing` writes it. */
export const index = z.string().regex(/^[0-9A-Za-z]{1,200}$/);
export const versioned = {
  id: itemId,
  version: z.number().int().min(1).max(1_000_000_000),
  versionNonce: z.number().int().min(0).max(2_147_483_647),
  isDeleted: z.boolean(),
};

export const linkLength = 2_000;

/** Frames that show other sites, and everything that asks another server, are not among them. */
const boardElementType = z.enum([
  'rectangle',
  'diamond',
  'ellipse',
  'arrow',
  'line',
  'freedraw',
  'text',
  'image',
  'frame',
]);

/** Far more than anybody scrolls, and small enough that nothing is drawn without end. */
const farthest = 10_000_000;
const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= farthest;
const length = z.number().min(-farthest).max(farthest);
const point = z.tuple([length, length]);
const isPoint = (value: unknown) => Array.isArray(value) && value.length === 2 && value.every(isLength);
/** There are thousands of them in a line: by hand, this takes a twentieth of the time. */
const arePoints = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isPoint));
const areLengths = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isLength));

const colours = /^(?:#[0-9a-f]{3,8}|[a-z]{1,30}|(?:rgb|hsl)a?\([\d\s.,%/]{1,60}\))$/iu;
const between = (least: number, most: number) => z.number().min(least).max(most);
/** What only concerns the looks is left out when it is none of those that we know: what was drawn is kept. */
const look = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined as z.output<T>);
const colour = look(z.string().regex(colours));
const arrowhead = look(z.string().regex(/^\w{1,30}$/u).nullable()); // prettier-ignore

/** To what an end of an arrow is fixed. */
const binding = look(
  z.object({ elementId: itemId, focus: length, gap: length, fixedPoint: point.nullish() }).nullable(),
);

const looks = {
  angle: look(between(-100, 100)),
  strokeColor: colour,
  backgroundColor: colour,
  fillStyle: look(z.enum(['hachure', 'cross-hatch', 'solid', 'zigzag'])),
  strokeWidth: look(between(0, 200)),
  strokeStyle: look(z.enum(['solid', 'dashed', 'dotted'])),
  roughness: look(between(0, 10)),
  opacity: look(between(0, 100)),
  seed: look(z.number().int().min(0).max(2_147_483_647)),
  roundness: look(z.object({ type: between(1, 3), value: length.optional() }).nullable()),
  locked: look(z.boolean()),
  scale: look(point),
  simulatePressure: look(z.boolean()),
  startArrowhead: arrowhead,
  endArrowhead: arrowhead,
  elbowed: look(z.boolean()),
  startIsSpecial: look(z.boolean().nullable()),
  endIsSpecial: look(z.boolean().nullable()),
  fixedSegments: look(
    z
      .array(z.object({ start: point, end: point, index: z.number().int() }))
      .max(500)
      .nullable(),
  ),
  crop: look(
    z
      .object({
        ...{ x: length, y: length, width: length, height: length },
        ...{ naturalWidth: length, naturalHeight: length },
      })
      .nullable(),
  ),
  fontFamily: look(z.number().int().min(1).max(20)),
  lineHeight: look(between(0.2, 10)),
  textAlign: look(z.enum(['left', 'center', 'right'])),
  verticalAlign: look(z.enum(['top', 'middle', 'bottom'])),
  autoResize: look(z.boolean()),
  /** Of a frame. */
  name: look(z.string().max(200).nullable()),
};

const belonging = {
  groupIds: look(z.array(itemId).max(100)),
  frameId: look(itemId.nullable()),
  containerId: look(itemId.nullable()),
  boundElements: look(
    z
      .array(z.object({ id: itemId, type: z.enum(['arrow', 'text']) }))
      .max(1_000)
      .nullable(),
  ),
  startBinding: binding,
  endBinding: binding,
};

const lines: readonly string[] = ['arrow', 'line', 'freedraw'];

/**
 * An element as Excalidraw knows it, without the fields that stand as they do by default; of a removed one, only that it
 * is. Other fields are dropped: whatever somebody sends, pages of the others can draw it, and a link leads to a page.
 */
export const boardElement = z
  .object({
    ...versioned,
    type: boardElementType,
    index: index.nullable(),
    ...{ x: length.optional(), y: length.optional(), width: length.optional(), height: length.optional() },
    /** Pairs of numbers. */
    points: z.unknown().refine(arePoints).optional(),
    pressures: z.unknown().refine(areLengths).optional(),
    text: z.string().optional(),
    originalText: z.string().optional(),
    fontSize: between(0.1, 10_000).optional(),
    link: z
      .string()
      .max(linkLength)
      .regex(/^https?:\/\//iu)
      .nullish(),
    fileId: z.uuid().nullish(),
    ...looks,
    ...belonging,
  })
  .refine(
    ({ type, isDeleted, x, y, points, text, fontSize }) =>
      isDeleted ||
      (x !== undefined &&
        y !== undefined &&
        (points !== undefined || !lines.includes(type)) &&
        (type !== 'text' || (text !== undefined && fontSize !== undefined))),
    'not whole',
  );
export type BoardElement = z.infer<typeof boardElement>;
