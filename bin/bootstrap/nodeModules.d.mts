export function isInstalled(root: string, withDevelopment: boolean): boolean;
