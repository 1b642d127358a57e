import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { readBody } from '../request/read-body.ts'
import { BffError } from './bff-error.ts'
import { dataAnswer } from './own-answer.ts'
import type { OwnRouteHandler } from './own-route.ts'
import type { SandboxPort } from './sandbox-port.ts'

/** The sandbox's controls; with a live upstream there is nothing under these paths (safety S36). */
export function sandboxRoutes(sandbox: SandboxPort | null) {
  function present(): SandboxPort {
    if (sandbox === null) throw new BffError('ROUTE_NOT_FOUND', 'There is nothing here')
    return sandbox
  }
  const readSandbox: OwnRouteHandler = async (_, __, requestId) => dataAnswer(await present().read(), requestId)
  const changeSandbox: OwnRouteHandler = async (request, _, requestId) => {
    const port = present()
    return dataAnswer(await port.change(await readBody(request, bffEndpoints.changeSandbox.body)), requestId)
  }
  const arriveInSandbox: OwnRouteHandler = async (request, _, requestId) => {
    const port = present()
    const { leads } = await readBody(request, bffEndpoints.arriveInSandbox.body)
    return dataAnswer(await port.arrive(leads), requestId, bffEndpoints.arriveInSandbox.status)
  }
  return { readSandbox, changeSandbox, arriveInSandbox }
}
