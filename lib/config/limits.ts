import { mapProfiles } from '@/lib/providers/profiles'
import { BATCH_LIMITS } from './batch-limits'
import { BUSINESS_LIMITS, PERSON_LIMITS, SEARCH_LIMITS, TEXT_LIMITS } from './browser-limits'
import { CONNECTION_LIMITS } from './connection-limits'
import { limitsText, sessionIdleMinutes } from './env'
import { withOverrides } from './limit-overrides'
import { NOTICE_LIMITS } from './notice-limits'
import { RULE_LIMITS } from './rule-limits'
import { TRAIL_LIMITS } from './trail-limits'

const DEFAULTS = {
  database: {
    /** Connections a process may hold; PostgreSQL's default allows 100 in all. */
    poolSize: 10,
    connectTimeoutMs: 5_000,
    /** After this a query counts as hung and the whole pool is replaced. */
    queryDeadlineMs: 10_000,
    /** The server gives up first, so that a slow query fails without costing the pool. */
    statementTimeoutMs: 8_000,
    idleTimeoutMs: 60_000,
  },
  provider: {
    connectTimeoutMs: 5_000,
    /**
     * Dintero's own plugins raised theirs to 30 s after captures got no response within shorter
     * ones.
     */
    writeTimeoutMs: 30_000,
    readTimeoutMs: 15_000,
    /** The test of a new connection as a whole: a person waits for it at a terminal. */
    checkTimeoutMs: 10_000,
    /**
     * No provider throttles for longer; a longer wait would be a mistake that bars people from
     * work.
     */
    retryAfterMs: 3_600_000,
    /** A minute of the provider, and some time that a request may take on its way. */
    readLimitWindowMs: 61_000,
    /** Wait after a read that a limit turned away without a time; two a minute is the strictest. */
    limitedWaitMs: 30_000,
    /**
     * Pauses before an operation is repeated that met another one's lock; people wait meanwhile.
     */
    busyDelaysMs: [200, 400, 800],
    /**
     * Idle sockets are dropped before most gateways drop them, so that fewer sends meet a dead one.
     */
    keepAliveMs: 4_000,
    /** A hundred transactions with all their events stay well below. */
    responseBytes: 10 * 1024 * 1024,
    sockets: 64,
    /** Histories read side by side for a page of a list that comes without them. */
    readsAtOnce: 5,
  },
  /** Spacing of reads, and lag of reads behind writes: from each provider's profile. */
  providers: mapProfiles(({ settleWindowMs, readSpacingMs }) => ({
    settleWindowMs,
    readSpacingMs,
  })),
  operation: {
    /**
     * Greatest age of a request when its intent is written. With the statement's own time-out it
     * ends before the browser checks, after 45 s, if anything was started.
     */
    startDeadlineMs: 30_000,
    /**
     * The longest that a send can take: a token, the write, a renewed token, the write again. Until
     * then repair takes a *sending* operation to be in good hands while its sender holds the lock;
     * a write that could not end before is not begun.
     */
    sendDeadlineMs: 100_000,
    /** Pauses between tries to write an outcome; then repair has to find it. */
    outcomeRetryDelaysMs: [50, 250, 1_000],
  },
  repair: {
    /** From an outcome that stayed open to reads of the provider, which then go on daily. */
    delaysMs: [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000],
    dailyMs: 86_400_000,
    dailyChecks: 7,
    /** Two reads prove absence only this far apart; no provider spaces reads of a payment wider. */
    absenceReadSpacingMs: 30_000,
    /** Interval at which an instance queries the database for due operations. */
    pollMs: 1_000,
    /**
     * A lease outlives the longest check: a token and a read with their time-outs. Checks at a time, in all
     * and of one connection: one whose provider hangs leaves slots to the others.
     */
    claim: { limit: 20, perConnection: 10, leaseMs: 60_000 },
    /**
     * A limit on reads is waited for so long after a send, longer than the schedule; then a wait
     * counts as a read that failed, so that people decide in the end.
     */
    longestWaitsMs: 10 * 86_400_000,
    /** Senders found gone in one round; the next round begins at once after a full one. */
    deadSends: { limit: 100 },
  },
  /**
   * Characters that are kept of a provider's texts. None is below a provider's own limit; together
   * with what an index can hold (2,700 bytes) they keep one odd payment from being lost.
   */
  providerText: {
    /**
     * Payments, events, order lines; Bambora Native takes any reference as a payment's id. A longer
     * one is no id: a shortened id would name another.
     */
    id: 2_000,
    /** Dintero takes 300 characters of an order reference, the Open Payment Platform 255. */
    reference: 300,
    /** Names, addresses, descriptions, and words such as a status. */
    usual: 500,
    /** Explanations of an error. */
    long: 2_000,
  },
  webhook: {
    /**
     * A payment with a thousand lines stays below; a larger body is not needed, for it is only a
     * sign.
     */
    bodyBytes: 1024 * 1024,
    /** Time within which a body must arrive. */
    bodyMs: 2_000,
    /** Bambora gives up after 5 s; who hears 503 calls again. */
    answerMs: 4_000,
    /** One log line in this time for all that was refused for the same reason. */
    refusalLogMs: 60_000,
    /** Interval at which an instance queries for webhooks that have not caused their read yet. */
    pollMs: 1_000,
    /** A lease outlives the longest read: a token and a read with their time-outs. */
    claim: { limit: 10, leaseMs: 60_000 },
  },
  reread: {
    /**
     * A payment is read again when this part of the time since its last change has passed once
     * more.
     */
    ageDivisor: 4,
    /** People read our page right after an operation, and webhooks report other changes. */
    shortestMs: 600_000,
    /** A capture or void made elsewhere is noticed within a day. */
    heldLongestMs: 86_400_000,
    /** Refunds outside are rare, and a captured payment is read some fifty times in all. */
    capturedLongestMs: 30 * 86_400_000,
    /**
     * Payments on hold whose provider's list misses changes made in its portal: read again when the
     * last read is so old, as far as a round has room, so that they are noticed within ten minutes.
     * One a second for an instance keeps up with 480 of them.
     */
    watch: { olderThanMs: 480_000, limit: 5 },
    /** Payments of a disabled connection are looked for again, as it may be enabled by then. */
    disabledMs: 3_600_000,
    /** No hold lasts half as long, and refunds come within weeks. */
    giveUpMs: 180 * 86_400_000,
    /** Payments that were imported together are spread over this part of their time. */
    jitterPercent: 20,
    /**
     * Delay before a read that failed, or whose instance died, is tried again; outlives the longest
     * read.
     */
    retryMs: 900_000,
    /** Longest time between two reads of a payment that cannot be read. */
    unreadLongestMs: 6 * 3_600_000,
    /** Shortest time between two reads of such a payment that people ask for. */
    againMs: 5_000,
    /**
     * Interval at which an instance queries for due payments, and the number it reads then: 2 a
     * second.
     */
    pollMs: 5_000,
    limit: 10,
  },
  connection: CONNECTION_LIMITS,
  batch: BATCH_LIMITS,
  rules: RULE_LIMITS,
  notice: NOTICE_LIMITS,
  poll: {
    /** Interval at which a provider's list is polled for changes. */
    everyMs: 120_000,
    /**
     * Interval at which a list that cannot be filtered by change is read whole; callbacks and
     * rereads report changes sooner.
     */
    wholeEveryMs: 6 * 3_600_000,
    /** Covers clocks that differ, and lists that lag. */
    overlapMs: 600_000,
    /** Pages of one turn, so that many instances and connections take turns. */
    pages: 5,
    /**
     * Outlives a turn in which everything times out: five pages with a renewed token each, or one
     * page whose 25 payments are read five at a time, by three calls each.
     */
    leaseMs: 300_000,
    /** A sync run that got stuck for so long begins anew; the longest first import takes hours. */
    longestRunMs: 7 * 86_400_000,
    /** Interval at which an instance queries for a connection that is due. */
    pollMs: 5_000,
  },
  review: {
    /** Above this, in whole units of the payment's currency, two people must decide the same. */
    onePerson: 10_000,
  },
  page: {
    transactions: 50,
    /** More than one person works through at a sitting; the page says when there are more. */
    openOperations: 500,
    /** Unread payments above the list of what needs attention; their number is told besides. */
    unreadPayments: 50,
    audit: 5_000,
    providerList: 100,
    /** Of a list that comes without histories: reading these must not outlast a turn. */
    providerListBare: 25,
  },
  trail: TRAIL_LIMITS,
  business: {
    /** Other instances see a change of the settings within this time; the one that made it, at once. */
    keptMs: 3_000,
    /** A page does not wait longer for them: it is rendered with those read before. */
    waitMs: 1_000,
    nameLength: BUSINESS_LIMITS.name,
    reasonNameLength: BUSINESS_LIMITS.reasonName,
    /** More than a menu shows well, the retired ones included. */
    reasons: 40,
    /** More than a merchant takes. */
    currencies: 30,
    logo: { bytes: BUSINESS_LIMITS.logoBytes, px: BUSINESS_LIMITS.logoPx },
  },
  list: {
    /**
     * Age up to which failed payments and refused operations count as recent, and from which
     * pending is long, and a provider that does not respond about a payment.
     */
    attention: { recentHours: 7 * 24, pendingHours: 24, unavailableMs: 3_600_000 },
    /** Payments whose deadline has passed that are shown at once: enough to see what they are. */
    passedShown: 20,
    /**
     * Limit of the count of payments that need attention: 100 and 200 call for the same reaction.
     */
    countCap: 99,
    /** Rows that one page scans for conditions that no index serves: some 30 ms. */
    scanRows: 20_000,
    /** Far enough to fill a page of anything that occurs in one of 40 payments. */
    searchScanRows: 2_000,
    /** Rows that the search index may propose before sorting them costs more than scanning. */
    searchCandidates: 2_000,
  },
  savedViews: {
    /** More than a menu shows well. */
    perPerson: 50,
    nameLength: 60,
    queryLength: 2_000,
  },
  export: {
    /** A spreadsheet that opens at once; some seconds of the database. */
    rows: 50_000,
    /** They are in memory with the lines and events of their orders. */
    rowsAtOnce: 500,
    /** Of order lines in one cell; the rest is counted. A workbook takes 32,767 in a cell. */
    lineCharacters: 2_000,
  },
  tallies: {
    /** Interval at which changes are folded into the tallies, and the number folded at once. */
    foldMs: 2_000,
    foldRows: 10_000,
    /** Deadlines that passed earlier are counted as one: no list tells their days apart. */
    oldestDays: 60,
  },
  search: SEARCH_LIMITS,
  overview: {
    /** Those that people pick from are few, in every language; the rest was written freely. */
    reasons: 100,
  },
  text: TEXT_LIMITS,
  exchange: {
    /** Characters of a body kept for the drawer. */
    bodyLength: 20_000,
  },
  import: {
    /** More pages than any account has; ends a provider list that never ends. */
    pages: 100_000,
    /** Times that a payment is waited for whose reads the provider limits. */
    limitedReads: 5,
    /** A person waits at a terminal: beyond this the payment is reported, and the others go on. */
    longestWaitMs: 300_000,
    /** Malformed entries kept by name; the rest are only counted. */
    problemsKept: 100,
    /** Half of the pool: people's clicks don't queue behind an import. */
    writesAtOnce: 5,
    /** Those that people ask for in the browser. */
    background: {
      /** Interval at which an instance queries for one: a person waits for it to begin. */
      pollMs: 2_000,
      /** Of one instance: each keeps up to five writes busy. */
      atOnce: 2,
      /** Prolonged three times as often; after this another instance goes on. */
      leaseMs: 60_000,
      /** Times that it is taken up: one that takes its process down each time is given up. */
      tries: 10,
    },
  },
  access: {
    /** One working day; a person signs in each morning. */
    sessionMaxAgeS: 12 * 60 * 60,
    /** Time without use after which a session ends. */
    sessionIdleS: sessionIdleMinutes() * 60,
    /** The last use is written at most so often; a session lives longer by it, so that none ends early. */
    sessionUseWrittenS: 60,
    /**
     * For one account, from one address or one known device: enough for a mistyped password, far
     * too few to guess one.
     */
    failuresPerAccount: 5,
    /** An office behind one address shares this. */
    failuresPerAddress: 30,
    /** Period over which failures are counted together, and length of a block. */
    throttleWindowS: 15 * 60,
    /**
     * For one account from all unknown devices together, in a window of their own, after which a
     * block as long holds back unknown devices. One address alone comes to 25 in an hour.
     */
    unknownDeviceFailures: 30,
    unknownDeviceWindowS: 60 * 60,
    /** A browser that was not signed in with for half a year is not known any more. */
    deviceKnownS: 180 * 24 * 60 * 60,
    /** More browsers than a person signs in with. */
    devicesKept: 10,
    /** Counts this old mean nothing any more and are deleted, so many at a time. */
    throttleKeptS: 24 * 60 * 60,
    throttlesDeletedAtOnce: 500,
    /** Times that a person may do it in a window, after which a block of one window begins. */
    rates: {
      /** Far more files than a person looks at; a program that fetches on end is held back. */
      export: { times: 30, windowS: 15 * 60 },
      /** Each reads every entry of the trail. */
      auditCheck: { times: 20, windowS: 15 * 60 },
      /** Prompts of the device that a person cancels and begins again; each is a row for minutes. */
      passkeyStepUp: { times: 60, windowS: 15 * 60 },
      /** Calls to an address of one's choice: enough to get it right. */
      webhookTest: { times: 20, windowS: 15 * 60 },
    },
    emailLength: 254,
    personNameLength: PERSON_LIMITS.name,
    passwordShortest: PERSON_LIMITS.passwordShortest,
    passwordLength: PERSON_LIMITS.password,
    userAgentLength: 300,
    /** How long a browser remembers the language and theme of who used it last: a year. */
    settingCookieS: 365 * 24 * 60 * 60,
    /** The path to return to after signing in. */
    returnPathLength: 1_000,
    /** People on one page of the list: what a person looks through, rendered in less than 20 ms (`npm run bench:people`). */
    peoplePage: 40,
    /** Greatest number of people that the command lists; more than any back office has. */
    peopleListed: 1_000,
    /** Connections that one person is given by name; far more than a merchant has accounts. */
    scopeConnections: 200,
    /** An invitation that was sent on a Friday still works on the Monday. */
    linkValidS: 72 * 60 * 60,
    /** 32 random bytes in base64url are 43 characters. */
    linkTokenLength: 60,
    /** One for each device and key ring that a person has, and some for those that were replaced. */
    passkeysPerPerson: 20,
    /** Time to find the device, and to show it a finger or type its code. */
    passkeyChallengeS: 5 * 60,
    /** More than an office behind one address begins in vain; each is a row for that time. */
    passkeyStartsPerAddress: 300,
    challengesDeletedAtOnce: 500,
    /** Characters of what a device answers, in base64url: what none of the common ones exceeds. */
    passkeyAnswerLength: 8_000,
    passkeyTransports: 10,
    passkeyTransportLength: 40,
    /** From the right password to the code: enough to fetch a phone. */
    pendingSignInS: 5 * 60,
    /** Enough for a mistyped code or two; one of a million fits by chance. */
    codesPerSignIn: 5,
    /** Time for which a proof of a second factor in a session is fresh enough for a step-up. */
    secondFactorFreshS: 5 * 60,
    /** From showing a secret to the first code of the app that took it over. */
    appSetUpS: 15 * 60,
    recoveryCodes: 10,
    /** Far more than an office behind one address needs: each asks the identity provider for something. */
    providerStepsPerAddress: 300,
    /** From the button to the return from the identity provider, a second factor there included. */
    providerSignInS: 15 * 60,
    /** After this a person who was asked to show themselves again counts as having done so no more. */
    providerAgainS: 5 * 60,
    /** Browsers in which a person is signed in that are listed. */
    sessionsListed: 50,
    /** Time that the sign-in page waits to learn if there is a person who can sign in. */
    firstPersonMs: 1_000,
  },
  /** The identity provider: a person waits for it, with the browser on a white page. */
  identityProvider: {
    /** Longest silence of the provider within one request. */
    silenceMs: 4_000,
    /** One request as a whole, also when the provider sends a little every second. */
    requestMs: 6_000,
    /** Metadata, keys, token and claims together. */
    wholeMs: 12_000,
    /** Metadata and keys of large providers stay below 20 KB; groups are what is long. */
    responseBytes: 1024 * 1024,
    /** Characters of the address by which the browser comes back. */
    answerLength: 8_000,
    /** More than a directory puts into a token; larger ones send an address to read them at instead. */
    groups: 2_000,
    /** Characters of a group's name, a subject, or an issuer. */
    textLength: 500,
    groupRules: 100,
  },
  /** A person waits for it, with the link already made. */
  mail: {
    /** Name, connection, greeting and TLS together; a server that is slower is not well. */
    connectMs: 4_000,
    /** Longest silence of the server between its responses. */
    silenceMs: 5_000,
    /** The whole of it, also for a server that says a little every second. */
    wholeMs: 10_000,
  },
  edge: {
    /** A text of a form whose use case says what is wrong about it. */
    typedLength: 1_000,
    /** The largest action, a thousand new order lines with long names, stays below. */
    bodyBytes: 1024 * 1024,
    /** E-mail address, password and the path to return to, with what a form puts around them. */
    signInBodyBytes: 16 * 1024,
    /** Time within which a body must arrive: the largest one at 70 KB/s. */
    bodyMs: 15_000,
    /**
     * Time within which the head of a request must arrive, and all of it. Node checks every 30 s.
     */
    headMs: 10_000,
    requestMs: 30_000,
  },
  health: {
    /** Of connections and of people each; far more than a merchant has, and opened in some ms. */
    secretsChecked: 1_000,
    /** A load balancer asks every few seconds and does not wait long. */
    databaseAnswerMs: 2_000,
    /** However many ask, the database is asked once in this time. */
    keptMs: 1_000,
    /** After the database refused a write because its disk is full: longer than any interval of probes. */
    diskFullMs: 30_000,
    /** The longest round of a job, a turn at a list, takes its lease of 300 s. */
    jobSilentMs: 360_000,
  },
} as const

/**
 * Every bound of the application in one place, each with its reason; PAYDESK_LIMITS may change
 * some.
 */
export const LIMITS = withOverrides(DEFAULTS, limitsText())
