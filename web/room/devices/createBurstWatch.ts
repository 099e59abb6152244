type Options = {
  /** So many of the last `outOf` looks must be loud: a door that slams is no speech. */
  loud: number;
  outOf: number;
  /** So many quiet looks end what was said. */
  quiet: number;
};

/** Tells the beginning of speech, once for each time that somebody speaks. */
export function createBurstWatch({ loud, outOf, quiet }: Options) {
  let recent: boolean[] = [];
  let quietLooks = 0;
  let told = false;
  /** @returns whether speech begins with this look */
  return (isLoud: boolean): boolean => {
    recent = [...recent.slice(1 - outOf), isLoud];
    quietLooks = isLoud ? 0 : quietLooks + 1;
    if (quietLooks >= quiet) told = false;
    const speaks = recent.filter(Boolean).length >= loud;
    if (!speaks || told) return false;
    told = true;
    return true;
  };
}
