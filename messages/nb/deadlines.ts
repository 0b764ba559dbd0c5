import type { Catalogue } from '../catalogue'

export const deadlines: Catalogue<'deadlines'> = {
  provider: 'Datoen er fra leverandøren',
  usual_for_method: 'Vanlig for denne betalingsmåten; leverandøren ga ingen dato',
}
