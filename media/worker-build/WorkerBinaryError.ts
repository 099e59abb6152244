/** Why no usable media worker can be had; the message tells the operator what to do. */
export class WorkerBinaryError extends Error {
  override readonly name = 'WorkerBinaryError';
}
