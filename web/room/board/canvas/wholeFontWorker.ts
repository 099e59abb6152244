/** Gives fonts back as they came. */
const worker = globalThis as unknown as {
  onmessage: (event: MessageEvent<{ arrayBuffer: ArrayBuffer }>) => void;
  postMessage: (font: ArrayBuffer, transfer: Transferable[]) => void;
};
worker.onmessage = ({ data }) => worker.postMessage(data.arrayBuffer, [data.arrayBuffer]);
