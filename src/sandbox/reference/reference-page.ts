import { html } from 'hono/html'
import type { JsonSchema, Operation, openApiDocument, Parameter } from './openapi-document.ts'

type Document = ReturnType<typeof openApiDocument>

/** The document for people: plain HTML without script, every text escaped by the template. */
export function referencePage(document: Document, links: { readonly document: string; readonly style: string }) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
  )
  const { title, version, description } = document.info
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="${links.style}">
<link rel="icon" href="data:,">
</head>
<body>
<header>
<h1>${title}</h1>
<p>Version ${version}. ${description} Every call needs the header <code>Authorization: Bearer &lt;key&gt;</code> unless it says otherwise.
For programs: <a href="${links.document}">OpenAPI 3.1</a>.</p>
</header>
<nav aria-label="Operations"><ul>${operations.map(
    ({ route, operation }) =>
      html`<li><a href="#${operation.operationId}">${operation.summary}</a> <code>${route}</code></li>`,
  )}</ul></nav>
<main>${operations.map(({ route, operation }) => operationSection(route, operation))}</main>
</body>
</html>`
}

function operationSection(route: string, operation: Operation) {
  const body = operation.requestBody?.content['application/json']?.schema
  return html`<section id="${operation.operationId}">
<h2>${operation.summary}</h2>
<p><code>${route}</code></p>
<p>${operation.description}</p>
${operation.parameters === undefined ? '' : fieldTable('Parameters', operation.parameters.map(parameterRow))}
${body === undefined ? '' : fieldTable('Body', bodyRows(body))}
<p>Answers: ${Object.entries(operation.responses)
    .map(([status, response]) => `${status} ${response.$ref?.split('/').at(-1) ?? ''}`.trim())
    .join(', ')}.</p>
${answerDetails(operation)}
</section>`
}

interface Row {
  readonly name: string
  readonly form: string
  readonly required: boolean
  readonly says: string
}

function parameterRow({ name, schema, required, description }: Parameter): Row {
  return { name, form: formOf(schema), required, says: description ?? '' }
}

function bodyRows(schema: JsonSchema): readonly Row[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    form: formOf(field),
    required: schema.required?.includes(name) === true,
    says: String(field.description ?? ''),
  }))
}

function fieldTable(title: string, rows: readonly Row[]) {
  return html`<table><caption>${title}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Form</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.map(
    ({ name, form, required, says }) =>
      html`<tr><th scope="row"><code>${name}</code>${required ? html` <small>required</small>` : ''}</th><td>${form}</td><td>${says}</td></tr>`,
  )}</tbody></table>`
}

/** A schema in a few words: its values, or its type with its bounds. */
function formOf(schema: JsonSchema): string {
  const options = schema.anyOf as readonly JsonSchema[] | undefined
  if (options !== undefined) return options.map(formOf).join(' or ')
  if (Array.isArray(schema.enum)) return schema.enum.join(', ')
  const low = schema.minimum ?? schema.minLength
  const high = schema.maximum ?? schema.maxLength
  const bounds = high === undefined ? '' : `, ${low ?? 0} to ${high}${schema.type === 'string' ? ' characters' : ''}`
  return `${String(schema.type)}${bounds}`
}

function answerDetails(operation: Operation) {
  const [status, good] = Object.entries(operation.responses)[0] ?? []
  const schema = good?.content?.['application/json']?.schema
  if (schema === undefined) return ''
  return html`<details><summary>Schema of the answer (${status})</summary><pre><code>${JSON.stringify(schema, null, 2)}</code></pre></details>`
}
