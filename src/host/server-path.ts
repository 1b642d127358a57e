/** True for what the composition answers itself, `/api` and `/bff` and all below; every other path is a page or a file. */
export function isServerPath(pathname: string): boolean {
  return /^\/(?:api|bff)(?:\/|$)/.test(pathname)
}
