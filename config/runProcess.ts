import { setFlagsFromString } from 'node:v8';
import { createLogger, type Logger } from './logger.ts';
import { loadSettings, SettingsError, type Settings } from './settings.ts';

export interface Running {
  /** Stops taking work, finishes or hands back what is under way, and resolves when nothing is left open. */
  close(): Promise<void>;
}

const stopTimeoutMs = 20_000;

/**
 * Runs one of our processes from start to clean end. It stops on SIGTERM, on SIGINT, and when its launcher goes
 * away (the IPC channel closes), so that nothing is left behind even when the launcher was killed.
 * Exit code 0 after a clean stop, 1 when it could not start or an error went uncaught.
 */
export async function runProcess(
  name: string,
  start: (settings: Settings, logger: Logger) => Promise<Running>,
): Promise<void> {
  forgetWhatLastsLong();
  const settings = settingsOrExit();
  const logger = createLogger(name, settings);
  const starting = start(settings, logger);
  let stopping = false;

  const stop = async (reason: string, exitCode: number) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'stopping');
    // With the launcher gone nobody else would end a stop that hangs.
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    try {
      // A stop may come while the start is still under way: what it opened must be closed too.
      await (await starting).close();
      process.exit(exitCode);
    } catch (error) {
      logger.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal, 0));
  process.on('disconnect', () => void stop('launcher gone', 0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error }, event);
      void stop(event, 1);
    });
  }

  try {
    await starting;
    logger.info('started');
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}

/**
 * What a process makes as it starts lasts, and V8 would learn from it which places in the code make what lasts: it then put
 * parts of each request straight among the old objects, where they held the whole request until a full collection. With
 * the demo's data made at its start, each small collection stopped the api for 25 ms; without this learning it is 1 ms.
 * https://v8.dev/blog/trash-talk
 */
const forgetWhatLastsLong = (): void => setFlagsFromString('--no-allocation-site-pretenuring');

function settingsOrExit(): Settings {
  try {
    return loadSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
