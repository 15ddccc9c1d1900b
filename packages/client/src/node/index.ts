export { createNodeClient, type NodeClientOptions } from './create-node-client.ts'
