import { landingScriptMostBytes, measureLandingScript } from '../../bin/checks/landingScript.ts';
import { ensureWebBuild } from '../../bin/setup/webBuild.ts';
import { type Figures, round } from './figures.ts';

/** PERF-4: what `npm run check` holds to its budget. */
export async function benchLanding(): Promise<Figures> {
  await ensureWebBuild();
  const { bytes } = measureLandingScript();
  const about = `compressed script before the landing page is usable; ${landingScriptMostBytes / 1000} kB at most`;
  return { landingScriptKb: { value: round(bytes / 1000, 1), unit: 'kB', about } };
}
