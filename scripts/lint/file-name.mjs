import path from 'node:path'
import { GIVEN_UP_FILE_NAMES } from './given-up-words.mjs'

/** Files whose name Next.js or a tool decides. */
const DECIDED_ELSEWHERE = /^(\[.*|\..*)$/

/** A file's name is in kebab case, and not one of those that were given up. */
export const fileName = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      const [name] = path.basename(context.filename).split('.')
      if (name === undefined || name === '' || DECIDED_ELSEWHERE.test(name)) return
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
        context.report({ node, message: `The name ${name} is not in kebab case.` })
      } else if (GIVEN_UP_FILE_NAMES.includes(name)) {
        context.report({ node, message: `The name ${name} was given up; see the glossary.` })
      }
    },
  }),
}
