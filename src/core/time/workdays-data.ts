/** Made by scripts/workdays.ts from the package chinese-days (MIT, Yaavi), after the State Council's yearly notices. */

/** The last year that the calendar covers. */
export const calendarThrough = 2026;
/** Days from Monday to Friday that are days off, as month and day. */
export const restOnWeekdays: Readonly<Record<string, string>> = {
  2025: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
  2026: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
};
/** Saturdays and Sundays that are worked (调休). */
export const workOnWeekends: Readonly<Record<string, string>> = {
  2025: '01-26 02-08 04-27 09-28 10-11',
  2026: '01-04 02-14 02-28 05-09 09-20 10-10',
};
