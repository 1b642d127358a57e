/** No answer came: the browser is offline, or the dashboard's own server does not answer. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}
