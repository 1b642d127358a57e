/** What a message may speak of; '' or null is not known. */
export interface MessageFacts {
  readonly name: string | null
  readonly me: string | null
  readonly shop: string | null
  readonly code: string | null
}

type Placeholder = keyof MessageFacts

/** Both languages' names work in both: people copy from one to the other. */
const placeholders: Readonly<Record<string, Placeholder>> = {
  nama: 'name',
  name: 'name',
  saya: 'me',
  me: 'me',
  toko: 'shop',
  shop: 'shop',
  kode: 'code',
  code: 'code',
}

/** True where a message names its sender: only then is it worth asking who that is. */
export function namesSender(template: string): boolean {
  return canonical(template).includes('{me}')
}

/**
 * Fills a message. A placeholder of which nothing is known goes together with what stands around it: its brackets, its
 * "from …", its part of the sentence; a greeting stays a greeting. Braces that are none of ours stay as they are.
 */
export function messageText(template: string, facts: MessageFacts): string {
  const missing = (Object.keys(facts) as Placeholder[]).filter((key) => (facts[key] ?? '').trim() === '')
  const text = missing.length === 0 ? canonical(template) : withoutMissing(canonical(template), new Set(missing))
  return text.replace(/\{(name|me|shop|code)\}/g, (_, key: Placeholder) => (facts[key] ?? '').trim())
}

function canonical(template: string): string {
  return template.replace(/\{\s*(\w+)\s*\}/g, (given, word: string) => {
    const key = word.toLowerCase()
    return Object.hasOwn(placeholders, key) ? `{${placeholders[key]}}` : given
  })
}

function withoutMissing(given: string, missing: ReadonlySet<Placeholder>): string {
  const isMissingIn = (part: string) => [...missing].some((key) => part.includes(`{${key}}`))
  let text = given.replace(/[^\S\n]*[([][^()[\]]*[)\]]/g, (group) => (isMissingIn(group) ? '' : group))
  if (missing.has('me') && !missing.has('shop')) {
    text = text
      .replace(/\bsaya \{me\} dari \{shop\}/gi, 'saya dari {shop}')
      .replace(/\{me\} dari \{shop\}/gi, 'kami dari {shop}')
      .replace(/\{me\} (?:from|of|at) \{shop\}/gi, '{shop}')
  }
  if (missing.has('shop') && !missing.has('me')) text = text.replace(/ (?:dari|from|of|at) \{shop\}/gi, '')
  if (missing.has('name')) text = text.replace(/[^\S\n]*\{name\}/g, '')
  return withoutClauses(text, isMissingIn)
    .replace(/^[\s,;:.]+/, '')
    .trimEnd()
}

/** Ends of clauses: a mark before a space, so that no address falls apart, or a new line. */
const clauseEnd = /([,.!?;:]+(?=\s|$)[^\S\n]*|\n+)/

function withoutClauses(text: string, isGone: (clause: string) => boolean): string {
  const parts = text.split(clauseEnd)
  const kept: string[] = []
  for (let i = 0; i < parts.length; i += 2) {
    const [clause = '', end = ''] = parts.slice(i, i + 2)
    if (!isGone(clause)) {
      kept.push(clause, end)
      continue
    }
    // What ended the lost clause ends the one before it, where that was only half of the sentence.
    const before = kept.at(-1)
    if (before !== undefined && /^[,;:]/.test(before)) kept[kept.length - 1] = end
  }
  return kept.join('')
}
