/** As a browser's, as far as a room looks at it. */
export class Track extends EventTarget {
  muted = false;
  stopped = 0;
  readonly deviceId: string;
  readonly label: string;
  constructor(deviceId: string) {
    super();
    this.deviceId = deviceId;
    this.label = `The ${deviceId}`;
  }
  getSettings = () => ({ deviceId: this.deviceId });
  stop = () => void this.stopped++;
}
export const track = (deviceId: string) => new Track(deviceId) as Track & MediaStreamTrack;
