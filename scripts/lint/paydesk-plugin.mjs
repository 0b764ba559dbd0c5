import { fileName } from './file-name.mjs'
import { FORBIDDEN_SYNTAX } from './forbidden-syntax.mjs'

/** The lint rules of this project, as `paydesk/<name>`. */
export default {
  meta: { name: 'paydesk' },
  rules: Object.assign({ 'file-name': fileName }, FORBIDDEN_SYNTAX),
}
