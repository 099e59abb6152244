export type IfTaken = { waiting: string } | { refusal: string };
export function withLock<T>(file: string, ifTaken: IfTaken, work: () => T | Promise<T>): Promise<T>;
