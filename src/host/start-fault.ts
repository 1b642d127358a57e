/** A reason not to start that a person can remedy: its message is shown without a stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}
