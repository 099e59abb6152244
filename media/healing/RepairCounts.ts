import { repairSteps, type RepairStep } from './nextRepair.ts';

/** What a node found not to get through, since its start. */
export class RepairCounts {
  /** Cases found: one person does not get one thing that another one sends. */
  found = 0;
  /** Cases that no step could repair. */
  givenUp = 0;
  /** How often a page was asked to publish anew what does not arrive. */
  asked = 0;
  /** Cases that ended, by the step after which they did. */
  readonly repaired = new Map<RepairStep, number>(repairSteps.map((step) => [step, 0]));

  repairedBy(step: RepairStep): void {
    this.repaired.set(step, (this.repaired.get(step) ?? 0) + 1);
  }
}
