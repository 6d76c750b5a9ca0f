/** The part of JSON Schema that the description of the interface uses. */
export interface Schema {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  minLength?: number
  maxLength?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}
interface Operation {
  parameters?: { in: 'path' | 'query'; name: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema } | undefined> }
}
export interface Description {
  paths: Record<string, Record<string, Operation>>
}

/** One place into which a value can be put: a parameter, or a leaf of a body. */
export interface Field {
  method: string
  /** As the description has it, with `{name}`. */
  path: string
  where: 'path' | 'query' | 'body'
  /** Name of the parameter, or keys down to the leaf. */
  at: (string | number)[]
  /** The same for fields that are judged alike. */
  kind: string
  /** A whole body in which everything else is right. */
  body?: unknown
  /** Set when a route refuses even that body: what it says then need not point at this field. */
  isRefused?: boolean
}

/** What is valid for a leaf, by its name and schema. */
export type Sample = (name: string, schema: Schema, path: string) => unknown

/** Every field of every route. */
export function fieldsOf({ paths }: Description, sample: Sample): Field[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const route = { method: method.toUpperCase(), path }
      const parameters = (operation.parameters ?? []).map(({ in: where, name, schema }): Field => {
        return { ...route, where, at: [name], kind: `${where} ${JSON.stringify(schema)}` }
      })
      const schema = bodyOf(operation)
      const bodies = schema ? alternatives(schema).filter(({ type }) => type === 'object') : []
      const leaves = bodies.flatMap((one) => {
        const body = whole('', one, path, sample)
        return leavesOf(one, []).map(({ at, schema }): Field => {
          return { ...route, where: 'body', at, kind: `body ${at.at(-1)} ${JSON.stringify(schema)}`, body }
        })
      })
      return [...parameters, ...leaves]
    }),
  )
}

export const bodyOf = (operation: Operation): Schema | undefined =>
  operation.requestBody?.content['application/json']?.schema

const alternatives = (schema: Schema): Schema[] => schema.oneOf ?? schema.anyOf ?? [schema]
const main = (schema: Schema): Schema => alternatives(schema).find(({ type }) => type !== 'null') ?? schema

function leavesOf(schema: Schema, at: (string | number)[]): { at: (string | number)[]; schema: Schema }[] {
  const one = main(schema)
  const own = at.length > 0 ? [{ at, schema }] : []
  if (one.properties)
    return [...own, ...Object.entries(one.properties).flatMap(([name, inner]) => leavesOf(inner, [...at, name]))]
  if (one.items) return [...own, ...leavesOf(one.items, [...at, 0])]
  return own
}

/** A valid value of a schema, with every field that it knows. */
export function whole(name: string, schema: Schema, path: string, sample: Sample): unknown {
  const one = main(schema)
  if (one.properties)
    return Object.fromEntries(
      Object.entries(one.properties).map(([key, inner]) => [key, whole(key, inner, path, sample)]),
    )
  if (one.items) return name === 'options' ? [] : [whole(name, one.items, path, sample)]
  return sample(name, one, path)
}

/** The body with another value in one place. */
export function withValue(body: unknown, at: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = at
  if (key === undefined) return value
  if (typeof key === 'number') return [withValue(Array.isArray(body) ? body[key] : undefined, rest, value)]
  const inner = (body ?? {}) as Record<string, unknown>
  return { ...inner, [key]: withValue(inner[key], rest, value) }
}

/** What a field holds in its own body. */
export const valueAt = ({ body, at }: Field): unknown =>
  at.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], body)
