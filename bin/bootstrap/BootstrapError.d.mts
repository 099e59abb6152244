export class BootstrapError extends Error {}
