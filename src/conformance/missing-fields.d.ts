import { type AgentEndpointName } from '#contract/agent-endpoints.ts'
/** The documented fields that an answer leaves out, as paths; the contract alone would forgive them. */
export declare function missingFields(name: AgentEndpointName, body: unknown): readonly string[]
