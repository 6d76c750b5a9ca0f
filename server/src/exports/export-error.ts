/** Why something cannot leave; `code` is one of the contract's problems. */
export class ExportError extends Error {
  readonly code: 'export-unavailable'

  constructor(code: 'export-unavailable', options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
