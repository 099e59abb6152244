/** A server that the tests are given. */
export type TestServer = {
  url: string;
  /** Resolves when its process is gone and its files are removed. */
  stop: () => Promise<void>;
};
