import type { RedisLink } from './redis-link.ts'
import { takeLock } from './redis-lock.ts'

/** Longer than any file takes to be written, in milliseconds. */
const heldForMs = 10_000
const looksEveryMs = 25

/**
 * Lets replicas keep their files in one directory: one changes a file at a time, and the others read it anew. While Redis is
 * gone each writes what it reads a moment before; two changes within that moment can then lose one.
 */
export function createFilePeers(link: RedisLink) {
  return {
    async alone(file: string, run: () => Promise<void>): Promise<void> {
      const take = () => takeLock(link, link.key('file', file), heldForMs)
      let giveBack = await take()
      while (giveBack === false) {
        await new Promise((resolve) => setTimeout(resolve, looksEveryMs))
        giveBack = await take()
      }
      try {
        await run()
      } finally {
        await giveBack()
      }
    },
    tell: (file: string) => link.tell('file', file),
    hear(listener: (file: string | null) => void): void {
      link.hear('file', (file) => listener(String(file)))
      // What was told while Redis was gone was not heard.
      link.onChange((isUp) => isUp && listener(null))
    },
  }
}
