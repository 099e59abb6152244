/**
 * Writes days and times for one reader.
 * @param tag BCP 47, the language with the country whose habits are followed
 */
export function zonedTimes(tag: string, timeZone: string) {
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone });
  const zone = new Intl.DateTimeFormat(tag, { timeZoneName: 'long', timeZone });
  const zoneName = (at: Date) =>
    zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return {
    day: (iso: string) => day.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
    /** "India Standard Time"; in summer another than in winter. */
    zone: (iso: string) => zoneName(new Date(iso)),
  };
}
