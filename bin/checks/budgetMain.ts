import { ensureWebBuild } from '../setup/webBuild.ts';
import { runCommand } from '../terminal/runCommand.ts';
import { landingScriptMostBytes, measureLandingScript } from './landingScript.ts';

const filesShown = 8;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Fails when the landing page needs more script than PERF-4 allows. */
await runCommand(async () => {
  await ensureWebBuild();
  const { bytes, files } = measureLandingScript();
  console.log(`Landing page: ${kilobytes(bytes)} of script, ${kilobytes(landingScriptMostBytes)} at most`);
  for (const file of files.slice(0, filesShown)) console.log(`  ${kilobytes(file.bytes)}  ${file.file}`);
  return bytes <= landingScriptMostBytes ? 0 : 1;
});
