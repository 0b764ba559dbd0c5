/** The usage of `npm run import`. */
export const IMPORT_USAGE = `npm run import
  every connection whose provider has a list
npm run import -- --connection "My shop" --reference order-1001 --reference order-1002
  single payments, by the reference or id that the provider knows them by`
