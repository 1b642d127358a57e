// The dev or preview server on a free port, with a cache of its own beside the copy of the project.
import { join } from 'node:path'
import process from 'node:process'
import { createServer, preview } from 'vite'

const cacheDir = join(process.cwd(), '.vite')
if (process.argv[2] === 'preview') {
  const server = await preview({ preview: { port: 0 } })
  server.printUrls()
} else {
  const server = await createServer({ cacheDir, server: { port: 0 } })
  await server.listen()
  server.printUrls()
}
