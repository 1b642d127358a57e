import type { Hono } from 'hono'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { openApiDocument } from './openapi-document.ts'
import { referencePage } from './reference-page.ts'
import { referenceStyle } from './reference-style.ts'

const paths = { document: '/openapi.json', page: '/reference', style: '/reference.css' } as const
const publicPaths: readonly string[] = [...Object.values(paths), agentEndpoints.skill.path]

/** The page needs its style sheet and nothing else. */
const policy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What everybody may read: it tells about the API and nothing of the workspace, and counts against no limit. */
export function isDocument(path: string): boolean {
  return publicPaths.includes(path)
}

/** The API's description in OpenAPI, and as a page. */
export function addReference(app: Hono): void {
  const document = openApiDocument()
  const page = referencePage(document, paths)
  app.use(paths.page, async (c, next) => {
    await next()
    c.header('content-security-policy', policy)
    c.header('x-content-type-options', 'nosniff')
  })
  app.get(paths.document, (c) => c.json(document))
  app.get(paths.page, async (c) => c.html(await page))
  app.get(paths.style, (c) => c.body(referenceStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
}
