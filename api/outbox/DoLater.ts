/** Thrown by a job that finds that its time has not come: it is run again then, and no attempt is counted. */
export class DoLater extends Error {
  readonly at: Date;
  constructor(at: Date) {
    super(`not before ${at.toISOString()}`);
    this.name = 'DoLater';
    this.at = at;
  }
}
