import { join } from 'node:path'
import type { Configuration } from './environment.ts'
import type { Log } from './log.ts'
import { openUpstream, type Upstream } from './upstream.ts'

/** Vite loads its configuration anew at each restart; what must outlive that cannot live in a module. */
const place = globalThis as unknown as { konektorUpstream?: Promise<Upstream> | undefined }

/** The one upstream of a Vite process: it outlives reloads of the proxy and restarts of Vite. */
export function sharedUpstream(configuration: Configuration, root: string, log: Log): { open(): Promise<Upstream> } {
  return {
    open() {
      if (place.konektorUpstream === undefined) {
        const sandbox = { entry: join(root, 'src/sandbox/main.ts'), fromSource: true }
        const opened = openUpstream(configuration, sandbox, log)
        place.konektorUpstream = opened
        opened.catch(() => {
          // The next request tries again: in development the cause may just have been mended.
          if (place.konektorUpstream === opened) place.konektorUpstream = undefined
        })
      }
      return place.konektorUpstream
    },
  }
}

/** Ends the upstream with its process; at a restart of Vite it is kept. */
sharedUpstream.close = async (restarting: boolean): Promise<void> => {
  if (restarting) return
  const open = place.konektorUpstream
  place.konektorUpstream = undefined
  await open?.then((upstream) => upstream.close()).catch(() => {})
}
