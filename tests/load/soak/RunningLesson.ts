import { booking } from '../../../api/contracts/bookings.ts';
import { session, sessionPage } from '../../../api/contracts/sessions.ts';
import { z } from 'zod';
import { createClient, type TestClient } from '../../support/testClient.ts';
import type { Circle, SoakPerson } from './people.ts';

const untilItBeginsMs = 60_000;

/** A live lesson of one circle, until its mentor ends it. */
export class RunningLesson {
  readonly id: string;
  /** Aborted as soon as it is over. */
  readonly over = new AbortController();
  readonly #asMentor: TestClient;
  readonly #outside: Set<SoakPerson>;
  readonly #visits = new Set<Promise<void>>();

  private constructor(id: string, asMentor: TestClient, people: SoakPerson[]) {
    this.id = id;
    this.#asMentor = asMentor;
    this.#outside = new Set(people);
  }

  /** As people do it: published, booked by every learner, and live. */
  static async open(apiUrl: string, { mentor, learners }: Circle): Promise<RunningLesson> {
    const asMentor = createClient(apiUrl, mentor.token);
    await endForgotten(asMentor);
    const { id } = await asMentor.post(session, '/api/sessions', {
      ...{ title: 'A lesson that goes on and on', topics: ['Patience'], durationMinutes: 15 },
      ...{ startsAt: new Date(Date.now() + untilItBeginsMs).toISOString(), capacity: learners.length },
    });
    for (const { token } of learners) {
      await createClient(apiUrl, token).post(booking, '/api/bookings', { sessionId: id });
    }
    await asMentor.post(z.unknown(), `/api/sessions/${id}/live`);
    return new RunningLesson(id, asMentor, [mentor, ...learners]);
  }

  get hasRoom(): boolean {
    return this.#outside.size > 0 && !this.over.signal.aborted;
  }

  /** Sends anyone in who is not there now. */
  visit(run: (person: SoakPerson) => Promise<void>): void {
    const people = [...this.#outside];
    const person = people[Math.floor(Math.random() * people.length)];
    if (!person) return;
    this.#outside.delete(person);
    const visit = run(person).finally(() => {
      this.#visits.delete(visit);
      this.#outside.add(person);
    });
    this.#visits.add(visit);
  }

  /** Ends it for everybody who is in it. */
  async end(): Promise<void> {
    this.over.abort();
    await this.#asMentor.post(z.unknown(), `/api/sessions/${this.id}/end`);
    await Promise.all(this.#visits);
  }
}

/** One whose crowd vanished goes on without anybody, or never began. */
async function endForgotten(asMentor: TestClient): Promise<void> {
  const { items } = await asMentor.get(sessionPage, '/api/sessions?scope=mine');
  for (const { id, state } of items) {
    if (state === 'scheduled') await asMentor.post(z.unknown(), `/api/sessions/${id}/live`);
    if (state === 'scheduled' || state === 'live')
      await asMentor.post(z.unknown(), `/api/sessions/${id}/end`);
  }
}
