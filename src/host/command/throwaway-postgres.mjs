import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { CommandFault } from './run.mjs'

/** Where Debian keeps the programs of each version. */
const versions = '/usr/lib/postgresql'
const readyWithinMs = 30_000

/**
 * Serves from a fresh directory on a socket in it, without the network and without fsync. Ends, and takes the directory
 * along, when the other end of its input is gone: so it cannot outlive the command, however that ends.
 */
const serving = `
"$1/initdb" --pgdata "$2/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >"$2/log" 2>&1 &&
  { "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c max_connections=200 >>"$2/log" 2>&1 & }
read -r _
kill -QUIT $! && wait $!
rm -rf "$2"`

function newestPrograms() {
  if (!existsSync(versions)) return null
  const found = readdirSync(versions).filter((version) => existsSync(join(versions, version, 'bin', 'initdb')))
  const newest = Math.max(...found.map(Number).filter(Number.isFinite))
  return newest >= 15 ? { version: newest, directory: join(versions, String(newest), 'bin') } : null
}

/** PostgreSQL refuses to run as root: Debian's package brings a user for it. */
function serverUser() {
  if (process.getuid?.() !== 0) return {}
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function untilReady(programs, directory, server) {
  const until = Date.now() + readyWithinMs
  while (server.exitCode === null && Date.now() < until) {
    const asking = spawn(join(programs.directory, 'pg_isready'), ['--quiet', '--host', directory])
    if ((await once(asking, 'exit'))[0] === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const words = readFileSync(join(directory, 'log'), 'utf8')
  throw new CommandFault(`PostgreSQL ${programs.version} did not start:\n${words}`)
}

/**
 * Works with `TEST_DATABASE_URL`: the one that is set, or that of a PostgreSQL of Debian's package, which is started for
 * the work and thrown away after it, or null. Says which.
 */
export async function withPostgres(work) {
  const named = process.env.TEST_DATABASE_URL
  if (named) {
    process.stdout.write('PostgreSQL: the server that TEST_DATABASE_URL names.\n')
    return work(named)
  }
  const programs = newestPrograms()
  if (programs === null) {
    process.stdout.write(
      'PostgreSQL: none. TEST_DATABASE_URL is not set and Debian’s package postgresql (15 or later) is not installed, ' +
        'so what needs a server is left out.\n',
    )
    return work(null)
  }
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'))
  const user = serverUser()
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid)
  // A group of its own: Ctrl-C reaches this command alone.
  const server = spawn('sh', ['-c', serving, 'sh', programs.directory, directory], {
    ...user,
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  try {
    await untilReady(programs, directory, server)
    process.stdout.write(`PostgreSQL: Debian’s version ${programs.version}, started for this run.\n`)
    return await work(`postgresql://postgres@localhost/postgres?host=${encodeURIComponent(directory)}`)
  } finally {
    const gone = once(server, 'exit')
    server.stdin.end()
    await gone
  }
}
