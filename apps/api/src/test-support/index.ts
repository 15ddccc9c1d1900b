export { seedDataDir } from './seed-data-dir.ts'
export { type SpawnedServer, spawnServer } from './spawn-server.ts'
export { ask, readReply, type TestClient } from './test-client.ts'
export { makeDataDir, testEnvironment } from './test-config.ts'
