/** An answer came that the contract does not describe: not JSON, no `data`, a wrong type. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly requestId: string | null

  constructor(message: string, requestId: string | null) {
    super(message)
    this.requestId = requestId
  }
}
