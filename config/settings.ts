import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { listOf, rtcAddresses, wrongNetworks } from './networks.ts';
import { isVapidPair } from './vapidKeys.ts';

/** The repository's root: settings that name files are relative to it, wherever a process was started. */
export const projectRoot = resolve(import.meta.dirname, '..');

const port = z.coerce.number().int().min(1).max(65_535);
const seconds = z.coerce.number().int().positive();
const optionalText = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();
const secret = z.string().min(32, 'must have at least 32 characters');

/** Every setting, its environment name and its default. `.env.example` explains each; a test compares the two. */
export const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PEERLEARN_DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),

  API_PORT: port.default(4000),
  API_HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: optionalText.pipe(z.url().optional()),
  TRUST_PROXY: z.stringbool().default(false),
  API_CALLS_PER_MINUTE: z.coerce.number().int().positive().default(3_000),
  API_PAGES_PER_MINUTE: z.coerce.number().int().positive().default(600),
  API_PAGE_PATIENCE_MS: z.coerce.number().int().positive().default(500),
  ACCOUNT_CALLS_PER_MINUTE: z.coerce.number().int().positive().default(1_200),
  WORKERS_PORT: port.default(4002),
  METRICS_TOKEN: optionalText,

  REDIS_URL: z.string().default('redis://127.0.0.1:6379'),
  DATABASE_URL: optionalText,

  JWT_SECRET: secret,
  TICKET_SECRET: secret,
  DATA_SECRET: secret,
  ACCESS_TOKEN_SECONDS: seconds.default(15 * 60),
  REFRESH_TOKEN_SECONDS: seconds.default(30 * 24 * 3600),
  TICKET_SECONDS: seconds.default(60),

  SMTP_URL: optionalText,
  DEV_SMTP_PORT: port.default(4025),
  MAIL_FROM: z.string().default('PeerLearn <lessons@peerlearn.invalid>'),

  VAPID_PUBLIC_KEY: optionalText,
  VAPID_PRIVATE_KEY: optionalText,
  VAPID_SUBJECT: optionalText.pipe(z.url({ protocol: /^(?:https|mailto)$/ }).optional()),
  PUSH_ALLOW_LOOPBACK: z.stringbool().default(false),

  MEDIA_PORT: port.default(4001),
  MEDIA_HOST: z.string().default('127.0.0.1'),
  MEDIA_PUBLIC_URL: optionalText.pipe(z.url().optional()),
  MEDIA_WORKERS: z.coerce.number().int().positive().default(availableParallelism()),
  MEDIASOUP_WORKER_BIN: optionalText,
  MEDIA_RTC_PORT: port.default(40_000),
  MEDIA_RTC_IP: z.string().default('127.0.0.1'),
  MEDIA_ANNOUNCED_ADDRESS: z.string().default(''),
  MEDIA_PEER_GRACE_SECONDS: seconds.default(20),

  RECORDINGS_DIR: optionalText,
  RECORDING_FFMPEG: z.string().default('ffmpeg'),
  RECORDING_COMPOSERS: z.coerce.number().int().positive().default(1),

  TURN_URLS: z.string().default(''),
  TURN_SECRET: optionalText.pipe(secret.optional()),
  TURN_CREDENTIAL_SECONDS: seconds.default(6 * 3600),

  GO_LIVE_MINUTES_BEFORE: z.coerce.number().int().nonnegative().default(15),
  ENTER_MINUTES_BEFORE: z.coerce.number().int().nonnegative().default(5),
  HELD_SEAT_MINUTES: z.coerce.number().int().positive().default(10),
});

const neededInProduction = [
  'JWT_SECRET',
  'TICKET_SECRET',
  'DATA_SECRET',
  'METRICS_TOKEN',
  'PUBLIC_URL',
  'MEDIA_PUBLIC_URL',
  'MEDIA_ANNOUNCED_ADDRESS',
  'REDIS_URL',
  'SMTP_URL',
  'MAIL_FROM',
] as const;

export class SettingsError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`PeerLearn cannot start with these settings:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/**
 * Reads the settings from an environment; a name with an empty value counts as not set.
 * @throws SettingsError naming every setting that is missing or wrong, all at once.
 */
export function loadSettings(env: NodeJS.ProcessEnv) {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  const missing =
    env.NODE_ENV === 'production'
      ? neededInProduction
          .filter((name) => !env[name]?.trim())
          .map((name) => `${name} is required in production`)
      : [];
  const wrong = (parsed.error?.issues ?? [])
    .map((issue) => ({ name: String(issue.path[0]), message: issue.message }))
    .filter(({ name }) => !missing.some((line) => line.startsWith(`${name} `)))
    .map(({ name, message }) => `${name}: ${message}`);
  if (parsed.success) wrong.push(...wrongVapidKeys(parsed.data), ...wrongNetworks(parsed.data));
  if (!parsed.success || missing.length > 0 || wrong.length > 0)
    throw new SettingsError([...missing, ...wrong]);
  return arrange(parsed.data);
}

/** Without the right private key every push service would refuse every message. */
function wrongVapidKeys(env: z.output<typeof environment>): string[] {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (!publicKey && !privateKey) return [];
  if (publicKey && privateKey && isVapidPair({ publicKey, privateKey })) return [];
  return ['VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY: must be a pair, or both empty'];
}

export type Settings = ReturnType<typeof loadSettings>;

function arrange(env: z.output<typeof environment>) {
  const dataDir = resolve(projectRoot, env.PEERLEARN_DATA_DIR);
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.API_PORT}`;
  const demo = env.NODE_ENV !== 'production';
  return {
    mode: env.NODE_ENV,
    /** Demo accounts, `/dev/*` pages and the local mailbox exist only outside production. */
    demo,
    dataDir,
    /** Keys of what is stored sealed or handed out signed follow from it; see secretBox.ts. */
    dataSecret: env.DATA_SECRET,
    logLevel: env.LOG_LEVEL,
    publicUrl,
    redisUrl: env.REDIS_URL,
    databaseUrl: env.DATABASE_URL ?? `sqlite:${join(dataDir, 'peerlearn.sqlite')}`,
    metricsToken: env.METRICS_TOKEN,
    api: {
      port: env.API_PORT,
      host: env.API_HOST,
      trustProxy: env.TRUST_PROXY,
      callsPerMinute: env.API_CALLS_PER_MINUTE,
      pages: { perMinute: env.API_PAGES_PER_MINUTE, patienceMs: env.API_PAGE_PATIENCE_MS },
      callsPerMinutePerAccount: env.ACCOUNT_CALLS_PER_MINUTE,
    },
    workers: { port: env.WORKERS_PORT },
    tokens: {
      jwtSecret: env.JWT_SECRET,
      ticketSecret: env.TICKET_SECRET,
      accessSeconds: env.ACCESS_TOKEN_SECONDS,
      refreshSeconds: env.REFRESH_TOKEN_SECONDS,
      ticketSeconds: env.TICKET_SECONDS,
    },
    mail: {
      smtpUrl: env.SMTP_URL ?? `smtp://127.0.0.1:${env.DEV_SMTP_PORT}`,
      /** Port of the mailbox shown at /dev/mail; nothing listens there when mail goes to a real server. */
      devPort: demo && !env.SMTP_URL ? env.DEV_SMTP_PORT : undefined,
      from: env.MAIL_FROM,
    },
    push: pushSettings(env, demo),
    media: {
      port: env.MEDIA_PORT,
      host: env.MEDIA_HOST,
      publicUrl: env.MEDIA_PUBLIC_URL ?? `http://localhost:${env.MEDIA_PORT}`,
      workers: env.MEDIA_WORKERS,
      workerBin: env.MEDIASOUP_WORKER_BIN,
      rtc: { firstPort: env.MEDIA_RTC_PORT, addresses: rtcAddresses(env) },
      peerGraceMs: env.MEDIA_PEER_GRACE_SECONDS * 1000,
    },
    recording: recordingSettings(env, dataDir),
    turn: {
      /** None: nobody is offered a relay. */
      urls: listOf(env.TURN_URLS),
      secret: env.TURN_SECRET,
      credentialSeconds: env.TURN_CREDENTIAL_SECONDS,
    },
    lesson: {
      goLiveMinutesBefore: env.GO_LIVE_MINUTES_BEFORE,
      enterMinutesBefore: env.ENTER_MINUTES_BEFORE,
      heldSeatMinutes: env.HELD_SEAT_MINUTES,
    },
  };
}

const recordingSettings = (env: z.output<typeof environment>, dataDir: string) => ({
  folder: env.RECORDINGS_DIR ? resolve(projectRoot, env.RECORDINGS_DIR) : join(dataDir, 'recordings'),
  ffmpeg: env.RECORDING_FFMPEG,
  composers: env.RECORDING_COMPOSERS,
});

function pushSettings(env: z.output<typeof environment>, demo: boolean) {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  const mailAddress = /<([^<>]+)>\s*$/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;
  const subject = env.VAPID_SUBJECT ?? `mailto:${mailAddress}`;
  return {
    /** Null: there is no web push. */
    vapid: publicKey && privateKey ? { publicKey, privateKey, subject } : null,
    allowLoopback: demo && env.PUSH_ALLOW_LOOPBACK,
  };
}
