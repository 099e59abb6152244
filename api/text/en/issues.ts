/** What a field that was refused expects, where its contract has no sentence of its own. */
export const issues = {
  missing: 'is needed',
  type: 'is not of the kind that is expected',
  choice: 'is not one of the choices',
  unknown: 'is not as expected',
  shorter: (about: { limit: number }) => `must have at least ${about.limit} characters`,
  longer: (about: { limit: number }) => `must have at most ${about.limit} characters`,
  fewer: (about: { limit: number }) => `must have at least ${about.limit} entries`,
  more: (about: { limit: number }) => `must have at most ${about.limit} entries`,
  below: (about: { limit: number }) => `must be at least ${about.limit}`,
  above: (about: { limit: number }) => `must be at most ${about.limit}`,
  email: 'must look like name@example.in',
  instant: 'must be a date and time in UTC, like 2026-11-21T13:00:00.000Z',
  id: 'is not an id',
  url: 'is not an address of the web',
};
