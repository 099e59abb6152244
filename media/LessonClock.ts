import type { KeptClock, LessonClockView } from './contracts/clock.ts';

/** `waiting` for a first time together; stopped: time is lost, or somebody went. */
type Phase = 'waiting' | 'running' | 'losing' | 'resting';

/**
 * The time that mentor and learner had together (ROOM-11), and what was lost of it since they began (ROOM-13). It is told
 * how things stand, not what has changed: to be told twice adds nothing, and a machine's clock that is set back never
 * makes it run backwards. All instants are milliseconds since the epoch.
 */
export class LessonClock {
  #elapsedMs = 0;
  #lostMs = 0;
  #phase: Phase = 'waiting';
  #asOf: number;

  constructor(at: number) {
    this.#asOf = at;
  }

  /** As a node that is gone left it. What ran then has stood still, against everyone's will, since the last proof. */
  static restore({ elapsedMs, lostMs, started, running, losing, asOf }: KeptClock): LessonClock {
    const clock = new LessonClock(asOf);
    clock.#elapsedMs = elapsedMs;
    clock.#lostMs = lostMs;
    if (started) clock.#phase = running || losing ? 'losing' : 'resting';
    return clock;
  }

  get running(): boolean {
    return this.#phase === 'running';
  }

  /**
   * @param together whether the mentor and a learner are connected
   * @param dropped when they no longer are: whether somebody dropped out, rather than went
   * @returns whether that changed anything
   */
  tell(together: boolean, dropped: boolean, at: number): boolean {
    if (together === this.running) return false;
    if (!together) this.#turn(dropped ? 'losing' : 'resting', at);
    else this.#turn('running', at);
    return true;
  }

  view(at: number): LessonClockView {
    this.#turn(this.#phase, at);
    return {
      elapsedMs: this.#elapsedMs,
      running: this.running,
      started: this.#phase !== 'waiting',
      lostMs: this.#lostMs,
      losing: this.#phase === 'losing',
    };
  }

  keep(at: number): KeptClock {
    return { ...this.view(at), asOf: this.#asOf };
  }

  #turn(phase: Phase, at: number): void {
    // Set back by any amount: time goes on from here, and what was counted stays.
    const passedMs = Math.max(0, at - this.#asOf);
    if (this.#phase === 'running') this.#elapsedMs += passedMs;
    else if (this.#phase === 'losing') this.#lostMs += passedMs;
    this.#phase = phase;
    this.#asOf = at;
  }
}
