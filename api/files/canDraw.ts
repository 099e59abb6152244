import { sizeOf } from './places.ts';

/**
 * Draws a picture that is one by its first bytes.
 * @returns false when what follows them cannot be read. @throws what else goes wrong, as that the source is gone
 */
export async function canDraw(source: string, draw: () => Promise<void>): Promise<boolean> {
  try {
    await draw();
    return true;
  } catch (error) {
    if ((await sizeOf(source)) !== undefined && isUnreadable(error)) return false;
    throw error;
  }
}

/** Errors of the system have a code; those of the decoder only say what they could not read. */
const isUnreadable = (error: unknown): boolean => error instanceof Error && !('code' in error);
