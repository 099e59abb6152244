const hourMs = 3_600_000;

export const uploadLimits = {
  /** Unfinished ones a person. */
  open: 3,
  /** An unfinished one can be gone on with for so long. */
  goodForMs: 24 * hourMs,
  /** What became of it can be asked for so long. */
  rememberedMs: 24 * hourMs,
};

/** What its sender may do with a link to a file that was just sent. */
export const linkMs = 10 * 60_000;

/** More is a picture made to fill the memory, or of no use for a portrait. */
export const largestPicturePixels = 50_000_000;
