// Runs before the first paint: no flash of the wrong theme. Keys are shared with src/browser/app/preferences.ts.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('konektor.theme')
  } catch {
    // Storage may be blocked: the system's theme holds.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
