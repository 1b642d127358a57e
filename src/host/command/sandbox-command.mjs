import process from 'node:process'
import { prepare } from './prepare.mjs'
import { runNode } from './run.mjs'

/** The sandbox alone, as a server of the Agent API; `--help` lists its flags. */
export async function command(flags) {
  await prepare()
  process.exitCode = await runNode(['--import', 'tsx', 'src/sandbox/main.ts', ...flags])
}
