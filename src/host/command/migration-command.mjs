import process from 'node:process'
import { prepare } from './prepare.mjs'
import { runNode } from './run.mjs'

/** Writes what has changed in the sandbox's schema as a migration: `npm run migration -- --name what_it_does`. */
export async function command(flags) {
  await prepare()
  const places = ['--schema', 'src/sandbox/store/schema.ts', '--out', 'src/sandbox/store/migrations']
  const kit = 'node_modules/drizzle-kit/bin.cjs'
  process.exitCode = await runNode([kit, 'generate', '--dialect', 'postgresql', ...places, ...flags])
}
