import type { Catalogue } from '../catalogue'

export const deadlines: Catalogue<'deadlines'> = {
  provider: 'Datoen er fra tilbyderen',
  usual_for_method: 'Vanlig for denne betalingsmåten; tilbyderen ga ingen dato',
}
