import process from 'node:process'
import { runNode } from './run.mjs'

const plain = process.stdout.isTTY ? [] : ['--colors=off']

/** Each is one check of the sum. Built on what the packages' own programs are called by. */
const checks = [
  { title: 'Types: one project a room', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { title: 'Format, lint, restricted imports', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', ...plain] },
  { title: 'Nothing unused', args: ['node_modules/knip/bin/knip.js'] },
]

export function heading(title) {
  process.stdout.write(`\n── ${title}\n`)
}

/** Runs every check, also after one has failed. */
export async function runChecks() {
  const sum = { passed: 0, failed: 0 }
  for (const { title, args } of checks) {
    heading(title)
    const ok = (await runNode(args)) === 0
    process.stdout.write(ok ? 'ok\n' : 'failed\n')
    sum[ok ? 'passed' : 'failed'] += 1
  }
  return sum
}
