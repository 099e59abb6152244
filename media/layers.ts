import type { MediaSource } from './contracts/facts.ts';
import { parseScalabilityMode, type ConsumerLayers, type RtpParameters } from './mediasoup.ts';

/** A video tile in device pixels. */
export interface Tile {
  width: number;
  height: number;
}

/** How a video is layered; the highest spatial layer is `lines` high, each below half as high. */
export interface LayeredPicture {
  spatialLayers: number;
  temporalLayers: number;
  lines: number;
  /** Text to be read rather than a person to be seen. */
  screen: boolean;
}

export type WantedLayers = Required<ConsumerLayers>;

/** What a page is to be sent, and since when less would do. */
export interface LayerChoice {
  layers: WantedLayers;
  lessSinceMs?: number | undefined;
}

const aspectRatio = 16 / 9;
/** A person's picture may be enlarged this much before it looks soft; text may not. */
const enlargement = { camera: 1.25, screen: 1 } as const;
/** A screen that is shown at less than this part of its height cannot be read: fewer frames of it do. */
const readableFrom = 1 / 3;
/** Less is sent only when it would do for a tile this much larger, so that a tile at a threshold does not flap. */
const hysteresis = 1.15;
/** And only after it has been so for this long: layouts pass through sizes in which they do not stay. */
export const lessAfterMs = 1_500;

/**
 * Simulcast has one encoding for each spatial layer, SVC says its layers in the scalability mode of its only one
 * (W3C webrtc-svc). Pages send cameras as 720p, and screens as they are, which is taken to be 1080p (ROOM-4).
 */
export function layersOf(
  source: MediaSource,
  { encodings = [] }: Pick<RtpParameters, 'encodings'>,
): LayeredPicture {
  const { spatialLayers, temporalLayers } = parseScalabilityMode(encodings[0]?.scalabilityMode);
  const screen = source === 'screen';
  return {
    spatialLayers: encodings.length > 1 ? encodings.length : spatialLayers,
    temporalLayers,
    lines: screen ? 1080 : 720,
    screen,
  };
}

/** The layers that fit a tile: the lowest spatial one whose picture is high enough, 0 being the lowest. */
export function layersForTile(tile: Tile, picture: LayeredPicture): WantedLayers {
  // The picture fills the tile, so the side that needs more of it decides.
  const linesNeeded = Math.max(tile.height, tile.width / aspectRatio);
  const stretch = picture.screen ? enlargement.screen : enlargement.camera;
  const highest = picture.spatialLayers - 1;
  let spatialLayer = 0;
  while (spatialLayer < highest && (picture.lines / 2 ** (highest - spatialLayer)) * stretch < linesNeeded) {
    spatialLayer += 1;
  }
  const unreadable = picture.screen && linesNeeded < picture.lines * readableFrom;
  const temporalLayer = Math.max(0, picture.temporalLayers - (unreadable ? 2 : 1));
  return { spatialLayer, temporalLayer };
}

/** Follows a tile: to more at once, to less slowly and never for a hair's breadth. */
export function chooseLayers(
  before: LayerChoice | undefined,
  tile: Tile,
  picture: LayeredPicture,
  nowMs: number,
): LayerChoice {
  const needed = layersForTile(tile, picture);
  if (!before || isMore(needed, before.layers)) return { layers: needed };
  const larger = { width: tile.width * hysteresis, height: tile.height * hysteresis };
  const enough = layersForTile(larger, picture);
  if (!isMore(before.layers, enough)) return { layers: before.layers };
  const { lessSinceMs = nowMs } = before;
  if (nowMs - lessSinceMs >= lessAfterMs) return { layers: enough };
  return { layers: before.layers, lessSinceMs };
}

const isMore = (one: WantedLayers, other: WantedLayers) =>
  one.spatialLayer > other.spatialLayer ||
  (one.spatialLayer === other.spatialLayer && one.temporalLayer > other.temporalLayer);

export const sameLayers = (one: WantedLayers, other: WantedLayers): boolean =>
  !isMore(one, other) && !isMore(other, one);
