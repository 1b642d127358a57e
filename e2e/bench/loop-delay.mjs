// Loaded into a process by `node --import`: at its end it tells, in milliseconds, how long its event loop stood still, and
// how long its own work kept it at most: other programs can make a loop wait, but not use this thread's processor time.
import { readFileSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import process from 'node:process'

const stepMs = 5
const delay = monitorEventLoopDelay({ resolution: stepMs })
let longestWork = 0

/** Nanoseconds that the main thread has had on a processor; Linux only. */
function processorNs() {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0])
}

// The loop's first turns come after the program's own modules were read: that is no stall of a running server.
setTimeout(() => {
  delay.enable()
  let last = processorNs()
  setInterval(() => {
    const now = processorNs()
    longestWork = Math.max(longestWork, now - last)
    last = now
  }, stepMs).unref()
}, 500).unref()

process.on('exit', () => {
  const ms = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - stepMs)
  const told = { p99: ms(delay.percentile(99)), max: ms(delay.max), work: longestWork / 1e6 }
  writeFileSync(process.env.LOOP_DELAY_FILE ?? '', JSON.stringify(told))
})
