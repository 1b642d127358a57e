/** How long the browser may take to read what it saves, in milliseconds. */
const keptForMs = 60_000

/** Saves bytes as a file of this browser. Nothing leaves it: the bytes are handed over inside the page. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptForMs)
}
