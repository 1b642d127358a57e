import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const compressible = /\.(?:html|js|css|svg|json|webmanifest|txt)$/
/** Smaller files gain nothing. */
const smallestBytes = 1_024

/** Writes a `.br` and a `.gz` beside each built file that they make smaller. */
export async function precompress(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const plain = await readFile(file)
    if (plain.length < smallestBytes) continue
    const [br, gz] = await Promise.all([promisify(brotliCompress)(plain), promisify(gzip)(plain, { level: 9 })])
    await writeFile(`${file}.br`, br)
    await writeFile(`${file}.gz`, gz)
  }
}
