/**
 * The columns of a generated payment as SQL over `n`, its number, `created`, when it was made, and
 * `age`, how long ago that is. `r(k)` is a number in [0, 1) that depends on `n` and `k` only, so
 * that the same numbers make the same payments.
 */

const r = (k: number): string => `((hashint8extended(n, ${k}) & 2147483647)::float8 / 2147483648.0)`

/** One of a list; the first ones are more frequent. */
function skewed(values: readonly string[], k: number): string {
  const list = values.map((value) => `'${value}'`).join(', ')
  return `(array[${list}])[1 + floor(power(${r(k)}, 1.8) * ${values.length})::int]`
}

const FIRST_NAMES = [
  ...['Anna', 'Ole', 'Kari', 'Lars', 'Ingrid', 'Jan', 'Marit', 'Per', 'Emma', 'Nils', 'Sofie'],
  ...['Jonas', 'Astrid', 'Erik', 'Hanne', 'Kristian', 'Solveig', 'Magnus', 'Liv', 'Henrik', 'Ida'],
  ...['Sven', 'Elin', 'Mats', 'Pia', 'Søren', 'Mette', 'Aino', 'Juhani', 'Greta', 'Tuva', 'Åse'],
]
const LAST_NAMES = [
  ...['Hansen', 'Johansen', 'Olsen', 'Larsen', 'Andersen', 'Nilsen', 'Pedersen', 'Kristiansen'],
  ...['Jensen', 'Karlsen', 'Johnsen', 'Pettersen', 'Eriksen', 'Berg', 'Haugen', 'Hagen', 'Lund'],
  ...['Svensson', 'Lindström', 'Virtanen', 'Korhonen', 'Møller', 'Sørensen', 'Bakken', 'Strand'],
  ...['Solberg', 'Moen', 'Lie', 'Dahl', 'Vik', 'Aas', 'Rød', 'Tveit', 'Nygård', 'Ødegård', 'Myhre'],
]
const METHODS = [
  ...['vipps', 'klarna.klarna', 'dintero_psp.creditcard', 'klarna.billie', 'swish.swish'],
  ...['payex.creditcard', 'collector.invoice', 'dintero_psp.applepay', 'santander.debit_account'],
]
const CURRENCIES = ['NOK', 'NOK', 'NOK', 'NOK', 'SEK', 'SEK', 'DKK', 'EUR']
const PRICES = [29_900, 49_900, 99_900, 124_900, 19_900, 149_900, 79_900]

/** Most orders are shipped within days: new payments hold money, old ones are settled. */
const STATUS = `case
  when age < interval '2 days' and ${r(1)} < 0.85 then 'authorized'
  when age < interval '10 days' and ${r(1)} < 0.25 then 'authorized'
  when age < interval '10 days' and ${r(1)} < 0.30 then 'partially_captured'
  when age < interval '10 days' and ${r(1)} < 0.301 then 'on_hold'
  when ${r(1)} < 0.002 then 'authorized'
  when ${r(1)} < 0.004 then 'partially_captured'
  when ${r(1)} < 0.005 then 'partially_captured_refunded'
  when ${r(1)} < 0.0051 then 'unknown'
  when ${r(1)} < 0.015 then 'failed'
  when ${r(1)} < 0.045 then 'declined'
  when ${r(1)} < 0.055 then 'initiated'
  when ${r(1)} < 0.12 then 'voided'
  when ${r(1)} < 0.17 then 'refunded'
  when ${r(1)} < 0.20 then 'partially_refunded'
  else 'captured' end`

const AMOUNT = `case when ${r(2)} < 0.25
  then (array[${PRICES.join(', ')}])[1 + floor(power(${r(3)}, 1.8) * ${PRICES.length})::int]
  else 2000 + floor(exp(${r(3)} * 6) * 1200)::bigint end`

/** Age of the oldest captures and refunds that are made; no page shows older ones. */
const MOVED_SPAN = `interval '60 days'`

/** Figures that stand in no relation to others. */
export const GENERATED = {
  status: STATUS,
  amount: AMOUNT,
  currency: skewed(CURRENCIES, 4),
  method: skewed(METHODS, 5),
  first: skewed(FIRST_NAMES, 6),
  last: skewed(LAST_NAMES, 7),
  connection_number: `floor(${r(8)} * connection_count)::int`,
  is_business: `${r(9)} < 0.12`,
} as const

const captured = `status like 'partially_captured%' or status in ('captured', 'refunded', 'partially_refunded')`
const granted = `status not in ('initiated', 'on_hold', 'declined', 'failed', 'unknown')`
const holding = `status in ('authorized', 'partially_captured', 'partially_captured_refunded')`
/** Those that `MOVEMENTS` writes. */
const movements = `case when created > now() - ${MOVED_SPAN}
  then (${captured})::int + (status like '%refunded')::int else 0 end`
const mail = `translate(lower(first || '.' || last), 'øåöä', 'oaoa') || (n % 1000) || '@example.com'`

/** The columns of `transactions`, from the drawn figures. */
export const COLUMNS: Readonly<Record<string, string>> = {
  id: 'gen_random_uuid()',
  connection_id: 'connection_id',
  provider_transaction_id: `account_id || '.' || replace(gen_random_uuid()::text, '-', '')`,
  phase: `case when status in ('initiated', 'on_hold', 'declined', 'failed', 'unknown')
    then status else 'open' end`,
  status: 'status',
  provider_status: 'upper(status)',
  method: 'method',
  currency: 'currency',
  amount_minor: 'amount',
  authorized_minor: `case when ${granted} then amount else 0 end`,
  captured_minor: `case
    when status like 'partially_captured%' then amount / 2
    when status in ('captured', 'refunded', 'partially_refunded') then amount else 0 end`,
  refunded_minor: `case status
    when 'refunded' then amount
    when 'partially_refunded' then amount / 3
    when 'partially_captured_refunded' then amount / 4 else 0 end`,
  released_minor: `case status when 'voided' then amount else 0 end`,
  order_reference: `'FF-' || (100000 + n)`,
  customer_name: `first || ' ' || last`,
  customer_email: mail,
  customer_phone: `'+47' || (40000000 + (n * 7919) % 59999999)`,
  is_business: 'is_business',
  payment_details: `'[]'::jsonb`,
  capture_by: `case when ${holding} then created +
    case when method like 'klarna%' then interval '28 days' else interval '7 days' end end`,
  capture_by_source: `case when ${holding} then 'usual_for_method' end`,
  provider_created_at: 'created',
  provider_updated_at: "least(created + interval '1 day', now())",
  read_at: 'now()',
  event_count: movements,
  first_event_count: movements,
}
