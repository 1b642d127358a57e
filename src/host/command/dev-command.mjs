import process from 'node:process'
import { prepare } from './prepare.mjs'
import { CommandFault } from './run.mjs'

/** The dev server with hot reload of pages and server code. `--port P` takes another port than 5173. */
export async function command(flags) {
  await prepare()
  const { createServer } = await import('vite')
  const port = flags[0] === '--port' ? { port: Number(flags[1]) } : {}
  const server = await createServer({ server: port })
  try {
    await server.listen()
  } catch (error) {
    await server.close()
    if (!/already in use/.test(error.message)) throw error
    throw new CommandFault(`${error.message}. Choose another: npm run dev -- --port 5174`)
  }
  // A changed message becomes code, which then reloads by itself.
  server.watcher.on('change', (file) => {
    if (!/words[\\/]messages[\\/]/.test(file)) return
    prepare().catch((error) => server.config.logger.error(error.message))
  })
  server.printUrls()
  server.bindCLIShortcuts({ print: true })
  process.once('SIGINT', () => server.close().then(() => process.exit(0)))
}
