/** Bounds of batches. Overridden with all others, see `limits.ts`. */
export const BATCH_LIMITS = {
  /** A warehouse's day; more comes in several files. */
  rows: 10_000,
  /** Ten thousand rows with every column filled stay well below. */
  fileBytes: 5 * 1024 * 1024,
  /** Time within which a file must arrive, of the time that any body has. */
  fileMs: 15_000,
  fileNameLength: 200,
  /** Characters of one cell that are kept; longer ones name nothing. */
  cellLength: 300,
  /** Characters of one row of a file; a longer one has swallowed others by a quotation mark. */
  recordLength: 50_000,
  /** Characters in which a person's choice of columns is sent. */
  columnsLength: 200,
  /** Rows of a file that are shown where its columns must be named by hand. */
  sampleRows: 5,
  /** Order lines of one payment; no provider takes more. */
  linesPerRow: 1_000,
  /** Payments that are looked up by one statement, and rows that one statement writes. */
  rowsAtOnce: 1_000,
  /** Rows and batches on one page. */
  rowsShown: 100,
  batchesShown: 20,
  /** The share of refusals from which a batch stops by itself, unless a person chose another one. */
  stopPercent: 20,
  /** Fewer rows say nothing about a share. */
  stopAfterRows: 10,
  run: {
    /** Interval at which an instance queries for rows that are due: people wait for them to begin. */
    pollMs: 1_000,
    /** Rows under way at a time, of an instance and of one connection over all instances. */
    slots: 8,
    perConnection: 8,
    /** Slots that are free before more is taken up: one claim serves two rows. */
    atLeast: 2,
    /**
     * A row that was taken up is taken up again after this. Longer than the time in which its intent
     * can be written (`operation.startDeadlineMs` and the statement's own time-out), so that whoever
     * has lost a row writes none.
     */
    leaseMs: 45_000,
    /** Pauses while another operation of its payment is open; then the row is not started. */
    waitsMs: [2_000, 5_000, 15_000, 60_000, 300_000],
    /** Times that a row is taken up: one that takes its process down each time is given up. */
    tries: 10,
  },
} as const
