import { randomBytes } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Of this process: two servers that write one file at the same moment must not write into one another's text. */
const own = randomBytes(6).toString('hex')

/**
 * Writes a whole file so that a crash leaves either the old text or the new one: a temporary file beside it, flushed to
 * the disk, then renamed over it, then the directory flushed.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const directory = dirname(path)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const temporary = `${path}.${own}.new`
  const file = await open(temporary, 'w', 0o600)
  try {
    await file.writeFile(text, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  const entry = await open(directory, 'r')
  try {
    await entry.sync()
  } catch {
    // Some systems cannot flush a directory; the rename itself is done.
  } finally {
    await entry.close()
  }
}
