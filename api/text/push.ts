/** Words of refusals about web push. */
export const pushText = {
  endpoint: 'is not the address of a push service on the public network',
  key: 'is not a key of a browser',
};
