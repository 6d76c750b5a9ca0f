import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { App } from './app-types.ts'

/** The description of the interface, generated from the very schemas that validate. Register before the routes. */
export async function describeApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Cénacle', version, description: 'Errors are application/problem+json with a stable `code`.' },
    },
    transform: jsonSchemaTransform,
  })
}
