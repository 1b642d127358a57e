/** A platform's name in ledgers, addresses and books: an upstream may send any text. */
export const platformKeyLimit = 40

/** The beginning of a platform's name, as short as it is kept; half a character is left out. */
export function platformKey(platform: string | null | undefined): string {
  return (platform ?? '').slice(0, platformKeyLimit).replace(/[\ud800-\udbff]$/, '')
}
