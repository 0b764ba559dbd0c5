import { expect, it } from 'vitest'
import { z } from 'zod'
import { bamboraCheckoutSecret } from './bambora-checkout/settings'
import { nativeSecret } from './bambora-native/settings'
import { dinteroSecret } from './dintero/settings'
import { oppwaSettings } from './oppwa/settings'
import { CONNECTION_FORMS } from './connection-forms'
import { PROFILES } from './profiles'
import type { SettingField } from './connection-form'

const SCHEMAS = {
  dintero: dinteroSecret,
  'bambora-checkout': bamboraCheckoutSecret,
  'bambora-native': nativeSecret,
  oppwa: oppwaSettings,
} as const

interface JsonMember {
  readonly type?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly string[]
}

function membersOf(schema: z.ZodType) {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  return { properties: properties as Record<string, JsonMember>, required }
}

/** A setting as the schema of its provider must have it. */
function expected(setting: SettingField): JsonMember {
  switch (setting.kind) {
    case 'switch':
      return { type: 'boolean', default: setting.usual }
    case 'number': {
      const maximum = setting.most ?? Number.MAX_SAFE_INTEGER
      return { type: 'integer', default: setting.usual, minimum: setting.least, maximum }
    }
    case 'text':
      return { type: 'string' }
    case 'choice':
      return { type: 'string', enum: setting.options }
  }
}

it.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])(
  'profiles: the form of %s has each member of its secret, with its default and bounds',
  (provider) => {
    const { secretFields, settingFields, addresses } = CONNECTION_FORMS[provider]
    const { origins } = PROFILES[provider]
    const { properties, required } = membersOf(SCHEMAS[provider])
    const fields = [...secretFields, ...settingFields].map(({ field }) => field)
    expect(fields.toSorted()).toEqual(Object.keys(properties).toSorted())
    const needed = secretFields.filter(({ optional }) => optional !== true)
    expect(needed.map(({ field }) => field).toSorted()).toEqual(required.toSorted())
    for (const setting of settingFields) {
      expect(properties[setting.field]).toMatchObject(expected(setting))
    }
    for (const { field, options } of secretFields) {
      if (options !== undefined) expect(properties[field]?.enum).toEqual(options)
    }
    for (const { baseUrl } of addresses) expect(origins).toContain(new URL(baseUrl).origin)
  },
)
