export function ownNpm(): string;
