/** An error whose message alone tells the operator what is wrong and what to do; it is printed without a stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
