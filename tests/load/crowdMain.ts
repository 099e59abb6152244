import { setTimeout as delay } from 'node:timers/promises';
import { crowdOrders } from './soak/orders.ts';
import { RunningLesson } from './soak/RunningLesson.ts';
import { visit } from './soak/visit.ts';

/**
 * People who come and go, in a process of their own: started by the soak with its orders as argument, it tells by IPC
 * what they did, and goes when it is told to, or when the soak is gone.
 */
const { apiUrl, circles, joinsPerMinute, stayMs, lessonMs } = crowdOrders.parse(
  JSON.parse(process.argv[2] ?? ''),
);
const stop = new AbortController();
process.on('disconnect', () => process.exit(0));
process.on('message', () => stop.abort());

const between = ([least, most]: readonly [number, number]) => least + Math.random() * (most - least);
const count = (what: string) => process.send?.({ what });
const pause = (ms: number) => delay(ms, undefined, { signal: stop.signal }).catch(() => undefined);

const lessons = new Set<RunningLesson>();

async function teach(circle: (typeof circles)[number]): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      const lesson = await RunningLesson.open(apiUrl, circle);
      count('lesson opened');
      lessons.add(lesson);
      await pause(between(lessonMs));
      lessons.delete(lesson);
      await lesson.end();
      count('lesson ended');
    } catch (error) {
      count(`FAILED lesson: ${error instanceof Error ? error.message : String(error)}`);
      await pause(1_000);
    }
  }
}

async function letIn(): Promise<void> {
  const everyMs = 60_000 / joinsPerMinute;
  const start = performance.now();
  for (let turn = 1; !stop.signal.aborted; turn += 1) {
    const open = [...lessons].filter(({ hasRoom }) => hasRoom);
    const lesson = open[Math.floor(Math.random() * open.length)];
    if (!lesson) count('nobody was free');
    lesson?.visit((person) =>
      visit({
        ...{ apiUrl, sessionId: lesson.id, person, stayMs: between(stayMs), over: lesson.over.signal },
        count,
      }),
    );
    await pause(start + turn * everyMs - performance.now());
  }
}

await Promise.all([...circles.map(teach), letIn()]);
process.exit(0);
