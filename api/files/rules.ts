const hourMs = 3_600_000;

export const uploadLimits = {
  /** Unfinished ones a person. */
  open: 3,
  /** An unfinished one can be gone on with for so long. */
  goodForMs: 24 * hourMs,
  /** What became of it can be asked for so long. */
  rememberedMs: 24 * hourMs,
};

/** More is a picture made to fill the memory, or of no use for a portrait. */
export const largestPicturePixels = 50_000_000;
