// biome-ignore lint/performance/noBarrelFile: the one door to the generated messages, so that their types cross rooms
export * from './compiled/messages.js'
