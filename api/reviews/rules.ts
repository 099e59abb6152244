const dayMs = 24 * 3_600_000;

/** So long a review can be changed after it was given (LES-12), ISO 8601. */
export const editableUntil = (createdAt: string): string =>
  new Date(Date.parse(createdAt) + 7 * dayMs).toISOString();
