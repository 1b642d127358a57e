import { afterAll, vi } from 'vitest'

// Before each file: what an earlier file of this worker made of our modules is forgotten; packages stay loaded.
vi.resetModules()
if (typeof document !== 'undefined') {
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  document.title = ''
}

afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
