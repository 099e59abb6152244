/** Two notes that rise, as a phone would ring: heard as a sign and not as a fault. */
const notes = [
  { hertz: 523.25, at: 0 },
  { hertz: 783.99, at: 0.35 },
] as const;
const noteSeconds = 0.6;
const lengthMs = 1_000;
const loudness = 0.25;

/**
 * Plays a short sound the way the others are played: through an element of its own, so by the same speaker.
 * @param attach chooses the speaker
 * @returns once it was played
 * @throws DOMException when the browser refuses to play
 */
export async function playTestSound(attach: (player: HTMLAudioElement) => Promise<void>): Promise<void> {
  const context = new AudioContext();
  try {
    const out = context.createMediaStreamDestination();
    const player = new Audio();
    player.srcObject = out.stream;
    await attach(player);
    await Promise.all([context.resume(), player.play()]);
    const begin = context.currentTime;
    for (const { hertz, at } of notes) ring(context, out, hertz, begin + at);
    await new Promise((resolve) => setTimeout(resolve, lengthMs));
    player.srcObject = null;
  } finally {
    await context.close();
  }
}

function ring(context: AudioContext, out: AudioNode, hertz: number, at: number): void {
  const tone = new OscillatorNode(context, { frequency: hertz });
  const envelope = new GainNode(context, { gain: 0 });
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(loudness, at + 0.02);
  envelope.gain.exponentialRampToValueAtTime(0.001, at + noteSeconds);
  tone.connect(envelope).connect(out);
  tone.start(at);
  tone.stop(at + noteSeconds);
}
