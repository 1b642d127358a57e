import process from 'node:process'
import { prepare } from './prepare.mjs'
import { runNode } from './run.mjs'

/** The specification as a check of any server; `--help` lists its flags. */
export async function command(flags) {
  await prepare()
  process.exitCode = await runNode(['--import', 'tsx', 'src/conformance/main.ts', ...flags])
}
